import { visitor } from "@/lib/core/actor";
import { findOpen } from "@/lib/search/open/queries";
import { answering, preflight } from "../../answers";

export const dynamic = "force-dynamic";

/** One service, for machines. */
export const GET = (request: Request, { params }: RouteContext<"/api/v1/services/[reference]">) =>
  answering(request, async (holds) => findOpen(visitor, (await params).reference, holds));

export const OPTIONS = preflight;

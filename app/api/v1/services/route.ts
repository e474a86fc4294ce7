import { visitor } from "@/lib/core/actor";
import { searchOpen } from "@/lib/search/open/queries";
import { answering, preflight } from "../answers";

export const dynamic = "force-dynamic";

/** One page of the services that match, for machines. */
export const GET = (request: Request) =>
  answering(request, (holds) => searchOpen(visitor, request.url.split("?").slice(1).join("?"), holds));

export const OPTIONS = preflight;

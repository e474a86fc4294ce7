import { notFound } from "next/navigation";
import { csvResponse } from "@/lib/core/values/csv";
import { requireMember } from "@/lib/identity/session";
import { mayEdit } from "@/lib/register/service/policy";
import { findService } from "@/lib/register/service/queries";
import { ratesFile } from "@/lib/register/service/rates/file";
import { listPriceLists } from "@/lib/register/service/rates/queries";

/** The newest prices as a file to change and send back; its header alone when there are none. */
export async function GET(_request: Request, { params }: RouteContext<"/services/[id]/prices/csv">): Promise<Response> {
  const actor = await requireMember("provider");
  const service = (await findService(actor, (await params).id)) ?? notFound();
  if (!mayEdit(actor, service)) notFound();
  const lists = await listPriceLists(actor, service.id);
  const base = lists.find(({ standing }) => standing !== "withdrawn");
  return csvResponse(`prices-${service.reference}.csv`, ratesFile(base?.lines ?? []));
}

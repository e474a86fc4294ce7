import { csv, csvResponse } from "@/lib/core/values/csv";
import { reference } from "@/lib/reference/queries";
import { delivererWords } from "@/lib/register/service/words";
import { readOverlapFilter } from "@/lib/search/overlaps";
import { listOverlaps } from "@/lib/search/queries/overlaps";
import { requireReader } from "../../reader";

/** Every overlap of the filter, one service on each line. */
export async function GET(request: Request): Promise<Response> {
  const actor = await requireReader();
  const filter = readOverlapFilter(Object.fromEntries(new URL(request.url).searchParams), await reference());
  const { items } = await listOverlaps(actor, filter, { whole: true });
  const rows = items.flatMap(({ services, ...overlap }) => services.map((service) => ({ ...overlap, ...service })));
  const text = csv(
    [
      { header: "Delivery unit", value: ({ pdu }) => pdu },
      { header: "Category", value: ({ category }) => category },
      { header: "Outcome", value: ({ outcome }) => outcome },
      { header: "Who does the work", value: ({ deliveredBy }) => delivererWords[deliveredBy] },
      { header: "Service", value: ({ title }) => title },
      { header: "Reference", value: ({ reference: number }) => number },
      { header: "Organisation", value: ({ organisation }) => organisation },
    ],
    rows,
  );
  return csvResponse("who-does-what.csv", text);
}

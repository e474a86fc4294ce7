import { BarList } from "@/components/picture/bar-list";
import { Details } from "@/components/ui/page";
import { Facts } from "@/components/ui/summary";
import type { Opportunity } from "@/lib/calloff/open/opportunity/queries/find";
import { count, day, listed, pounds, whole } from "@/lib/core/values/format";
import { asDay } from "@/lib/core/values/moment";
import type { Reference } from "@/lib/reference/snapshot";
import { unitWords } from "@/lib/register/service/words";

type Props = { lots: Opportunity["lots"]; names: Pick<Reference, "categories" | "cohorts" | "places"> };

/** Each lot: what it is, where, the most that may be paid, and how much is expected in each month. */
export function Lots({ lots, names: { categories, cohorts, places } }: Props) {
  return (
    <ol className="border-t border-line">
      {lots.map((lot) => {
        const { number, title, description, categoryCode, cohortCode, placeCodes, unit, volumes } = lot;
        const total = volumes.reduce((all, { volume }) => all + volume, 0);
        return (
          <li key={lot.id} id={`lot-${number}`} className="grid gap-4 border-b border-line py-6">
            <h3 className="font-bold">
              Lot {number}: {title}
            </h3>
            {description && <p className="max-w-measure whitespace-pre-line">{description}</p>}
            <Facts
              facts={[
                { label: "Service", value: categories.name(categoryCode) },
                ...(cohortCode ? [{ label: "For whom", value: cohorts.name(cohortCode) }] : []),
                { label: "Where", value: listed(placeCodes.map((code) => places.label(code))) },
                { label: "The most for the first term, with VAT", value: pounds(lot.budgetPence) },
                ...(lot.extensionPence > 0n
                  ? [{ label: "The most for extensions, with VAT", value: pounds(lot.extensionPence) }]
                  : []),
                { label: "Expected in all", value: count(total, unitWords[unit].one, unitWords[unit].several) },
              ]}
            />
            {volumes.length > 0 && (
              <Details summary={`See each month of lot ${number}`}>
                <BarList
                  caption={`How many ${unitWords[unit].several} are expected in each month`}
                  bars={volumes.map(({ month, volume }) => ({
                    label: day(asDay(month)).replace(/^1 /, ""),
                    value: volume,
                    said: whole(volume),
                  }))}
                />
              </Details>
            )}
          </li>
        );
      })}
    </ol>
  );
}

import { Stat, Stats } from "@/components/ui/status";
import { RoundMoney } from "@/components/ui/value";
import { count, percent, whole } from "@/lib/core/values/format";
import { type Coverage, vcseShare } from "@/lib/market/rules";

/** The register and what was bought, each figure with what it is compared to. */
export function Figures({ table }: { table: Coverage }) {
  const { totals, categories } = table;
  const share = vcseShare(totals);
  return (
    <Stats>
      <Stat
        label="Organisations"
        value={whole(totals.organisations)}
        compare={`${whole(totals.small)} of them small or micro`}
      />
      <Stat
        label="Services that can be bought"
        value={whole(totals.services)}
        compare={`in ${totals.categories} of ${categories.length} categories`}
      />
      <Stat label="Places open now" value={whole(totals.openPlaces)} compare={`of ${count(totals.places, "place")}`} />
      <Stat
        label={`Awarded, in ${count(totals.awards, "award")}`}
        value={<RoundMoney pence={totals.valuePence} />}
        compare={
          share === null
            ? "nothing has been awarded yet"
            : `${percent(Math.round(share / 100) * 100)} of it to the voluntary sector`
        }
      />
    </Stats>
  );
}

import { HeatTable } from "@/components/picture/heat-table";
import { TileMap } from "@/components/picture/tile-map";
import { policeTiles } from "@/lib/reference/police-tiles";
import type { Reference } from "@/lib/reference/snapshot";
import type { Heat } from "@/lib/search/ask";
import { findHref } from "@/lib/search/finding/view";
import { findWords } from "@/lib/search/finding/words";
import type { Criteria } from "@/lib/search/schema";

type Props = {
  criteria: Criteria;
  /** How many each place would give with every filter but the place. */
  places: Record<string, number>;
  heat: Heat;
  lists: Reference;
};

/** Where the results are: police areas as a map, and categories by the places inside what was asked. */
export function WhereFound({ criteria, places: counts, heat, lists }: Props) {
  const { places, categories } = lists;
  const areas = places.all.filter(({ kind, current }) => kind === "policeArea" && current);
  const columns = columnsFor(criteria.place, lists);
  const rows = categories.all.filter(({ code }) => heat[code] !== undefined);
  const to = (more: Partial<Criteria>) => findHref({ ...criteria, ...more }, { shown: "list" });
  return (
    <div className="grid gap-12">
      <TileMap
        caption={findWords.mapCaption}
        unit="service"
        places={findWords.policeArea}
        tiles={areas.flatMap(({ code, name }) => {
          const tile = policeTiles[code];
          const value = counts[code] ?? 0;
          const current = code === criteria.place;
          return tile ? [{ ...tile, key: code, label: name, value, current, href: to({ place: code }) }] : [];
        })}
      />
      {columns.length > 0 && rows.length > 0 && (
        <HeatTable
          caption={findWords.heatCaption}
          unit="services"
          rows={rows.map(({ code, name }) => ({ key: code, label: name }))}
          columns={columns.map(({ code, name }) => ({ key: code, label: name }))}
          value={(row, column) => heat[row.key]?.[column.key] ?? 0}
          href={(row, column) => to({ category: [row.key], place: column.key })}
        />
      )}
    </div>
  );
}

/** Every region; the police areas of the region that was asked; the councils of the police area that was asked. */
function columnsFor(asked: string | null, { places }: Reference) {
  const place = asked ? places.find(asked) : undefined;
  const inner = { region: "policeArea", policeArea: "localAuthority", localAuthority: null, pdu: null } as const;
  const kind = place ? inner[place.kind] : "region";
  const within = place ? places.descendants(place.code) : places.all;
  return within.filter((one) => one.kind === kind && one.current);
}

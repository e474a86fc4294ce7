import { TextLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { Tag } from "@/components/ui/status";
import { DataTable } from "@/components/ui/table";
import type { PriceList } from "@/lib/register/service/rates/queries";
import { daysWords, standingWords } from "@/lib/register/service/rates/words";

const MOST_SAID = 5;

/** Every price list that a service had, has or will have, and what each changed. For its own organisation. */
export function PriceLists({ lists, serviceId }: { lists: readonly PriceList[]; serviceId: string }) {
  return (
    <DataTable
      caption="Price lists, the newest first"
      rows={[...lists]}
      rowKey={({ id }) => id}
      columns={[
        {
          label: "List",
          heads: true,
          cell: ({ id, version }) => (
            <TextLink href={`/services/${serviceId}/prices/${id}`}>Price list {version}</TextLink>
          ),
        },
        { label: "Days", cell: (list) => daysOf(list) },
        {
          label: "Standing",
          cell: ({ standing }) => <Tag tone={standingWords[standing].tone}>{standingWords[standing].label}</Tag>,
        },
        { label: "What changed", cell: ({ changed, version }) => <Changed said={changed} isFirst={version === 1} /> },
      ]}
    />
  );
}

function Changed({ said, isFirst }: { said: string[]; isFirst: boolean }) {
  if (said.length === 0) return isFirst ? "The first prices" : "No price changed";
  const more = said.length - MOST_SAID;
  return <Bullets items={more > 0 ? [...said.slice(0, MOST_SAID), `And ${more} more`] : said} />;
}

const daysOf = (list: PriceList): string =>
  list.standing === "written"
    ? "From its publication"
    : list.standing === "withdrawn"
      ? "None"
      : capital(daysWords(list));

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

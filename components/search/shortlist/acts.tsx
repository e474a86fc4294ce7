import { Timeline } from "@/components/ui/progress";
import { Moment } from "@/components/ui/value";
import { listed } from "@/lib/core/values/format";
import type { ShortlistDetail } from "@/lib/search/shortlist/queries/detail";
import { actWords } from "@/lib/search/shortlist/words";

/** Everything that was done to a list: what, when and by whom. */
export function ShortlistActs({ list }: { list: ShortlistDetail }) {
  const titles = new Map(
    list.entries.map(({ id, version, service }) => [id, `${version.title} (${service.reference})`]),
  );
  return (
    <Timeline
      label="Who did what"
      entries={list.acts.map(({ id, event, at, by, entryId, with: authorities }) => {
        const about = [...(entryId ? [titles.get(entryId) ?? "a service"] : []), listed(authorities)];
        return {
          id,
          what: [actWords[event] ?? event, ...about].filter((part) => part !== "").join(" "),
          when: <Moment at={at} />,
          who: by,
        };
      })}
    />
  );
}

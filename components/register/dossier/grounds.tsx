import { Bullets } from "@/components/ui/list";
import { Details } from "@/components/ui/page";
import { SummaryList } from "@/components/ui/summary";
import { count } from "@/lib/core/format";
import type { ExaminedGround } from "@/lib/register/application/decision/queries";
import { groundKindWords } from "@/lib/register/application/decision/words";

/** What the organisation says of the exclusion grounds: those that apply in full, the others by name. */
export function DossierGrounds({ grounds }: { grounds: ExaminedGround[] }) {
  const applying = grounds.filter(({ applies }) => applies);
  const others = grounds.filter(({ applies }) => !applies);
  return (
    <div className="grid gap-6">
      {applying.length === 0 && <p>The organisation says that no exclusion ground applies.</p>}
      {applying.map(({ code, name, kind, whatHappened, putRight }) => (
        <div key={code} className="border-l-4 border-wait pl-5">
          <SummaryList
            title={name}
            rows={[
              { label: "Kind", value: groundKindWords[kind] },
              { label: "What happened", value: whatHappened },
              { label: "What was put right", value: putRight },
            ]}
          />
        </div>
      ))}
      {others.length > 0 && (
        <Details summary={`${count(others.length, "ground")} that it says do not apply`}>
          <Bullets items={others.map(({ name }) => name)} />
        </Details>
      )}
    </div>
  );
}

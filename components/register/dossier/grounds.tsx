import { TextLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { Details } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { SummaryList } from "@/components/ui/summary";
import { Day } from "@/components/ui/value";
import { count } from "@/lib/core/values/format";
import type { ExaminedGround } from "@/lib/register/application/decision/queries";
import { groundFindingWords, groundKindWords } from "@/lib/register/application/decision/words";
import { aboutWords } from "@/lib/register/profile/words";

type Props = { applicationId: string; grounds: ExaminedGround[] };

/** What the organisation says of the exclusion grounds, with what was found: those that apply in full, the others by name. */
export function DossierGrounds({ applicationId, grounds }: Props) {
  const shown = grounds.filter(({ applies, finding }) => applies || finding);
  const others = grounds.filter(({ applies, finding }) => !applies && !finding);
  const href = (code: string) => `/steward/applications/${applicationId}/grounds/${code}`;
  return (
    <div className="grid gap-6">
      {!grounds.some(({ applies }) => applies) && <p>The organisation says that no exclusion ground applies.</p>}
      {shown.map((ground) => (
        <div key={ground.code} className="grid gap-3 border-l-4 border-wait pl-5">
          <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1 font-bold">
            <TextLink href={href(ground.code)}>{ground.name}</TextLink>
            <GroundTag ground={ground} />
          </h3>
          <SummaryList
            rows={[
              { label: "Kind", value: groundKindWords[ground.kind] },
              ...saidOf(ground),
              ...(ground.finding ? [{ label: "What you found", value: ground.finding.note }] : []),
            ]}
          />
        </div>
      ))}
      {others.length > 0 && (
        <Details summary={`${count(others.length, "ground")} that it says do not apply`}>
          <Bullets
            items={others.map(({ code, name }) => (
              <TextLink key={code} href={href(code)}>
                {name}
              </TextLink>
            ))}
          />
        </Details>
      )}
    </div>
  );
}

/** How the finding about a ground stands. */
export function GroundTag({ ground: { finding } }: { ground: Pick<ExaminedGround, "finding"> }) {
  const standing = !finding ? "none" : !finding.applies ? "free" : finding.selfCleaned ? "cleaned" : "stands";
  const { label, tone } = groundFindingWords[standing];
  return <Tag tone={tone}>{label}</Tag>;
}

/** What the organisation says of one ground, as rows. */
export const saidOf = ({ applies, about, whatHappened, happenedOn, putRight, putRightOn }: ExaminedGround) =>
  applies
    ? [
        { label: "About whom", value: aboutWords[about].label },
        { label: "What happened", value: whatHappened },
        ...(happenedOn ? [{ label: "When", value: <Day on={happenedOn.toISOString()} /> }] : []),
        { label: "What was put right", value: putRight },
        ...(putRightOn ? [{ label: "Put right on", value: <Day on={putRightOn.toISOString()} /> }] : []),
      ]
    : [{ label: "Does it apply?", value: "No" }];

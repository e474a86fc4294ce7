import { ButtonLink } from "@/components/ui/button";
import { BackLink, PageHeader } from "@/components/ui/page";
import { ProgressBar, TaskList } from "@/components/ui/progress";
import { count } from "@/lib/core/values/format";
import { londonDay } from "@/lib/core/values/moment";
import { requireMember } from "@/lib/identity/session";
import { listOwnConditions } from "@/lib/register/application/queries/asked";
import { conditionKindWords } from "@/lib/register/application/words";
import type { ConditionWithAnswer } from "@/lib/register/profile/queries";

export const metadata = { title: "Conditions" };

export default async function ConditionsPage() {
  const actor = await requireMember("provider");
  const conditions = await listOwnConditions(actor);
  const open = conditions.filter(({ answer }) => answer === null);
  const [first] = open;
  const today = londonDay(new Date());

  return (
    <>
      <BackLink href="/apply">Your application</BackLink>
      <PageHeader
        title="Conditions"
        lead={
          <p>
            Only what your parts, and the value that you chose, need. Every organisation is asked the same, and answers
            once.
          </p>
        }
        action={
          first && (
            <ButtonLink href={`/apply/conditions/${first.number}`}>
              {open.length === conditions.length ? "Start" : "Go on"}
            </ButtonLink>
          )
        }
      />
      <div className="mb-10 max-w-measure">
        <ProgressBar label="Answered" value={conditions.length - open.length} max={conditions.length} />
      </div>
      <TaskList
        sections={[{ title: "What you are asked", tasks: conditions.map((condition) => task(condition, today)) }]}
      />
    </>
  );
}

function task({ number, title, kind, minutes, answer }: ConditionWithAnswer, today: string) {
  const runsOut = answer?.expiresOn?.toISOString().slice(0, 10);
  const standing = !answer
    ? ({ status: "Not answered", tone: "note" } as const)
    : runsOut && runsOut < today
      ? ({ status: "Has run out", tone: "bad" } as const)
      : answer.met
        ? ({ status: "Answered", tone: "good" } as const)
        : ({ status: "Not met yet", tone: "wait" } as const);
  return {
    title: `${number}. ${title}`,
    href: `/apply/conditions/${number}`,
    hint: `${conditionKindWords[kind].label}. About ${count(minutes, "minute")}.`,
    ...standing,
  };
}

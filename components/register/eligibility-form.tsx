import { RadioGroup } from "@/components/form/choice";
import { Button, ButtonLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { Notice } from "@/components/ui/message";
import { type EligibilityAnswers, eligibilityQuestions, type Verdict } from "@/lib/register/eligibility/rules";

/** Five questions as a plain GET form: the answers are in the address and nowhere else. */
export function EligibilityForm({ answers, verdict }: { answers: EligibilityAnswers; verdict: Verdict }) {
  return (
    <>
      <VerdictNotice verdict={verdict} />
      <form action="/join/check" method="get" className="grid max-w-measure gap-8">
        {eligibilityQuestions.map(({ name, label, hint }) => (
          <RadioGroup
            key={name}
            name={name}
            label={label}
            hint={hint}
            inline
            defaultValue={answers[name]}
            options={[
              { value: "yes", label: "Yes" },
              { value: "no", label: "No" },
            ]}
          />
        ))}
        <div>
          <Button>Check</Button>
        </div>
      </form>
    </>
  );
}

function VerdictNotice({ verdict }: { verdict: Verdict }) {
  switch (verdict.kind) {
    case "unasked":
      return null;
    case "unfinished":
      return (
        <Notice tone="bad" title="Answer every question">
          <Bullets
            items={verdict.missing.map(({ name, label }) => (
              <a key={name} href={`#${name}`}>
                {label}
              </a>
            ))}
          />
        </Notice>
      );
    case "likely":
      return (
        <Notice tone="good" title="You can probably join">
          <p>Only a steward decides, and you will always be told why.</p>
          <p className="mt-2 flex flex-wrap gap-4">
            <ButtonLink href="/apply">Start your application</ButtonLink>
            <ButtonLink href="/join/questions" kind="secondary">
              See every question first
            </ButtonLink>
          </p>
        </Notice>
      );
    case "think":
      return (
        <Notice tone="wait" title="Read this before you apply">
          <Bullets items={verdict.about.map(({ otherwise }) => otherwise)} />
          <p className="mt-2">
            <ButtonLink href="/join/questions" kind="secondary">
              See every question
            </ButtonLink>
          </p>
        </Notice>
      );
  }
}

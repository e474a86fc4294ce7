import { TextLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { SummaryList } from "@/components/ui/summary";
import { Day, RoundMoney } from "@/components/ui/value";
import { numbersSaid } from "@/lib/reference/identifiers";
import type { OwnApplication } from "@/lib/register/application/queries/own";
import { bandWords } from "@/lib/register/market/words";
import type { ConditionWithAnswer, GroundsWithAnswers, Profile } from "@/lib/register/profile/queries";
import { metWords, sizeWords } from "@/lib/register/profile/words";

type Props = {
  profile: Profile | null;
  type: string | null;
  application: OwnApplication;
  /** The highest value that is asked for, in words. */
  value: string;
  /** The services that go with it. */
  going: readonly { id: string; title: string; partId: string }[];
  answers: readonly ConditionWithAnswer[];
  grounds: GroundsWithAnswers["grounds"];
};

/** Every answer of an application, each with its way back to the question. */
export function AnswersToCheck({ profile, type, application, value, going, answers, grounds }: Props) {
  const provider = profile?.provider;
  const change = "/apply/profile";
  const apply = grounds.filter(({ answer }) => answer?.applies);
  return (
    <>
      <SummaryList
        title="About you"
        rows={[
          { label: "Name", value: profile?.name },
          { label: "Kind", value: type },
          {
            label: "Numbers",
            value: numbersSaid(profile?.identifiers ?? []) || "None",
          },
          {
            label: "Income",
            value: provider && (
              <>
                <RoundMoney pence={provider.incomePence} /> in {provider.incomeYear}
              </>
            ),
            change,
          },
          { label: "Paid staff", value: provider?.staffFte.toString(), change },
          {
            label: "Size",
            value: provider && sizeWords[provider.size].label,
            note: provider && "It follows from income and staff.",
          },
          { label: "Voluntary, community or social enterprise", value: said(provider?.vcse), change },
          { label: "Led by lived experience", value: said(provider?.ledByLivedExperience), change },
          { label: "What you do", value: provider?.about, change },
          { label: "Where people live", value: provider?.areaOfBenefit, change },
          { label: "Shaped with people", value: provider && (provider.coDesign || "Nothing said"), change },
          { label: "Website", value: provider && (provider.website ?? "None"), change },
          { label: "Email for buyers", value: provider?.contactEmail, change },
        ]}
      />
      <SummaryList
        title="Parts and services"
        rows={[
          { label: bandWords.label, value, change: "/apply/parts" },
          ...(application.parts.length > 0
            ? application.parts.map(({ part }) => ({
                label: `${part.number}. ${part.title}`,
                value: services(going.filter(({ partId }) => partId === part.id)),
                change: "/apply/parts",
              }))
            : [{ label: "Parts", value: null, change: "/apply/parts" }]),
        ]}
      />
      <SummaryList
        title="Conditions"
        rows={answers.map(({ number, title, answer }) => ({
          label: `${number}. ${title}`,
          value: answer && (
            <>
              <strong>{answer.met ? metWords.yes : metWords.no}.</strong> {answer.text}
            </>
          ),
          change: `/apply/conditions/${number}`,
          note: answer?.expiresOn && (
            <>
              Runs out on <Day on={answer.expiresOn.toISOString()} />
            </>
          ),
        }))}
      />
      <SummaryList
        title="Exclusion grounds"
        rows={
          apply.length > 0
            ? apply.map(({ name, answer }) => ({
                label: name,
                value: (
                  <>
                    <p>{answer?.whatHappened}</p>
                    <p className="mt-2">
                      <strong>Since then:</strong> {answer?.putRight}
                    </p>
                  </>
                ),
                change: "/apply/grounds",
              }))
            : [
                {
                  label: "Do any apply?",
                  value: grounds.every(({ answer }) => answer) ? "No, none of them" : null,
                  change: "/apply/grounds",
                },
              ]
        }
      />
    </>
  );
}

const said = (answer: boolean | undefined) => (answer === undefined ? null : answer ? "Yes" : "No");

const services = (going: Props["going"]) =>
  going.length > 0 && (
    <Bullets
      items={going.map(({ id, title }) => (
        <span key={id}>
          {title}: <TextLink href={`/services/${id}/preview`}>what a buyer will see</TextLink>
        </span>
      ))}
    />
  );

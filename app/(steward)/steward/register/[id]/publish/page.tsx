import type { Metadata } from "next";
import { Checkbox } from "@/components/form/choice";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { Versioned } from "@/components/form/versioned";
import { BandTable, ConditionList, PartTable } from "@/components/register/design/register-view";
import { TextLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { CheckPage, Notice } from "@/components/ui/message";
import { BackLink, Section } from "@/components/ui/page";
import { count, day } from "@/lib/core/values/format";
import { newId } from "@/lib/core/values/id";
import { reference } from "@/lib/reference/queries";
import { lacking, minutesIn } from "@/lib/register/market/rules";
import { ruleWords } from "@/lib/register/market/words";
import { publish } from "../actions";
import { requireDraft } from "../draft";

export const metadata: Metadata = { title: "Check and publish" };

const iso = (date: Date) => date.toISOString().slice(0, 10);

export default async function PublishPage({ params }: PageProps<"/steward/register/[id]/publish">) {
  const { register } = await requireDraft(params);
  const { on, cpv, cohorts, rules } = await reference();
  const [opensOn, closesOn] = [iso(register.opensOn), iso(register.closesOn)];
  const left = lacking({ ...register, opensOn, closesOn }, on);
  const back = `/steward/register/${register.id}`;

  return (
    <>
      <BackLink href={back}>{register.title}</BackLink>
      {left.length > 0 && (
        <Notice tone="wait" title="Finish these first">
          <Bullets
            items={left.map(({ section, message }) => (
              <TextLink key={message} href={`${back}/${section}`}>
                {message}
              </TextLink>
            ))}
          />
        </Notice>
      )}
      <CheckPage
        title="Check and publish"
        caption={register.title}
        happens={[
          `The register runs from ${day(opensOn)} to ${day(closesOn)}. On any of these days anybody can apply.`,
          `${count(register.parts.length, "part")} and ${count(register.conditions.length, "condition")} are frozen as they stand below. The longest way through them takes about ${count(minutesIn(register.conditions), "minute")}.`,
          `A decision is due within ${count(register.decideWithin, "working day")}.`,
          "An establishment notice, UK14, is published at once.",
        ]}
        toWhom={[
          "Everybody: the register, its parts, its conditions and the notice are public.",
          "The conflicts assessment is not shown. The notice says that it was made.",
        ]}
        cannotBeUndone={[
          `The conditions cannot change while the register runs (${ruleWords.frozen.source}). The database refuses it too.`,
          `There is no limit on how many can join, and none can be set (${ruleWords.noCap.source}).`,
        ]}
      >
        {left.length === 0 && (
          <Form action={publish} idempotencyKey={newId()}>
            <HiddenFields values={{ registerId: register.id }} />
            <Versioned name="edit" version={register.edit} />
            <Checkbox
              name="agreed"
              label="I have read every condition below, and each is in proportion to the work."
              hint="What the words of a condition show is checked for you. Whether it is fair is yours to judge."
            />
            <Buttons>
              <Submit>Publish the register</Submit>
              <TextLink href={back}>Cancel</TextLink>
            </Buttons>
          </Form>
        )}
      </CheckPage>
      <Section title="Values" id="values">
        <BandTable bands={register.bands} conditions={register.conditions} secondFromBand={register.secondFromBand} />
      </Section>
      <Section title="Parts" id="parts">
        <PartTable parts={register.parts} cpv={cpv.name} cohort={cohorts.name} />
      </Section>
      <Section title="Conditions" id="conditions">
        <ConditionList
          conditions={register.conditions}
          bands={register.bands}
          rule={(code) => `${rules.name(code)} ${rules.find(code)?.source ?? ""}`}
        />
      </Section>
    </>
  );
}

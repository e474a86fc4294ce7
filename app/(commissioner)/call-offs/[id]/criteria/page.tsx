import type { Metadata } from "next";
import { CriteriaRows, type CriterionItem } from "@/components/calloff/criteria/criteria-rows";
import { CriteriaView } from "@/components/calloff/criteria/criteria-view";
import { PriceExample } from "@/components/calloff/criteria/price-example";
import { ScoringGuide } from "@/components/calloff/criteria/scoring-guide";
import { RadioGroup } from "@/components/form/choice";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text";
import { Versioned } from "@/components/form/versioned";
import { TextLink } from "@/components/ui/button";
import { BackLink, Details, PageHeader, Section } from "@/components/ui/page";
import { floorOf, totalOf } from "@/lib/calloff/before/criteria/rules";
import { criteriaWords, priceMethodWords } from "@/lib/calloff/before/criteria/words";
import type { CallOffFile } from "@/lib/calloff/record/queries/find";
import { lawFor, socialValueFrom } from "@/lib/calloff/record/queries/ready";
import { percent } from "@/lib/core/values/format";
import { londonDay } from "@/lib/core/values/moment";
import { toPercent } from "@/lib/core/values/share";
import { requireFile } from "../file";
import { save } from "./actions";
import { exampleOf } from "./example";

export const metadata: Metadata = { title: "Criteria" };

const methods = ["lowestOverPrice", "fixedPrice", "qualityPerPound"] as const;

export default async function CriteriaPage({ params }: PageProps<"/call-offs/[id]/criteria">) {
  const { id } = await params;
  const { actor, callOff, editable } = await requireFile(id);
  const law = await lawFor(actor, callOff, { on: londonDay(new Date()) });
  const floor = floorOf(law, await socialValueFrom(actor));
  const head = (lead?: string) => (
    <>
      <BackLink href={`/call-offs/${id}`}>{callOff.title}</BackLink>
      <PageHeader title="Criteria" caption={`Call-off ${callOff.reference}`} lead={lead} />
    </>
  );
  if (!editable)
    return (
      <>
        {head()}
        <CriteriaView callOff={callOff} />
        <Section title="The scale" id="scale">
          <ScoringGuide />
        </Section>
      </>
    );

  return (
    <>
      {head("Weights add up to exactly 100%. They cannot change once tenders are in.")}
      <Form action={save}>
        <HiddenFields values={{ id }} />
        <Versioned name="version" version={callOff.version} />
        <RadioGroup
          name="priceMethod"
          label="How does price count?"
          hint="Each is worked through below."
          options={methods.map((value) => ({
            value,
            label: priceMethodWords[value].label,
            hint: priceMethodWords[value].meaning,
          }))}
          defaultValue={callOff.priceMethod}
        />
        <p className="max-w-measure">
          <strong>Now saved: {percent(totalOf(callOff.criteria))}.</strong>{" "}
          {floor.binding
            ? `Social value must weigh ${percent(floor.bp)} or more here (${floor.source}).`
            : `Social value weighs ${percent(floor.bp)} or more, unless you say why not.`}
        </p>
        <CriteriaRows items={itemsOf(callOff)} />
        {!floor.binding && (
          <TextArea
            name="socialValueReason"
            label={`If social value weighs less than ${percent(floor.bp)}, why?`}
            hint={criteriaWords.own}
            rows={3}
            defaultValue={callOff.socialValueReason}
            optional
          />
        )}
        <Buttons>
          <Submit>Save the criteria</Submit>
          <TextLink href={`/call-offs/${id}`}>Go back without saving</TextLink>
        </Buttons>
      </Form>
      <Section
        title="How price would count"
        id="examples"
        lead="Worked out with your saved weights and the arithmetic that awards use."
      >
        <div className="grid gap-8">
          {methods.map((method) => (
            <PriceExample
              key={method}
              method={method}
              rows={exampleOf(callOff, method)}
              budget={callOff.lots[0]?.budgetPence ?? 100_000_00n}
            />
          ))}
        </div>
      </Section>
      <Details summary="What each score from 0 to 5 means">
        <ScoringGuide />
      </Details>
    </>
  );
}

const itemsOf = ({ criteria }: CallOffFile): CriterionItem[] =>
  criteria.map(({ kind, title, question, guidance, weightBp, wordLimit, minimum }) => ({
    ...{ kind, title, question, guidance, weight: toPercent(weightBp) },
    ...{ wordLimit: String(wordLimit ?? ""), minimum: String(minimum ?? "") },
  }));

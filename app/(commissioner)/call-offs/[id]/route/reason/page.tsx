import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Rules } from "@/components/calloff/route-view";
import { RadioGroup } from "@/components/form/choice";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text";
import { Versioned } from "@/components/form/versioned";
import { TextLink } from "@/components/ui/button";
import { BackLink, PageHeader, Section } from "@/components/ui/page";
import { mayRun } from "@/lib/calloff/record/policy";
import { type Way, ways } from "@/lib/calloff/route/choices";
import { groundWords, reasonWords, wayWords } from "@/lib/calloff/route/chooser-words";
import { findRoutes } from "@/lib/calloff/route/queries";
import { asked, requireBuyer } from "../../../../purchases/reader";
import { choose } from "../actions";

export async function generateMetadata({ searchParams }: PageProps<"/call-offs/[id]/route/reason">): Promise<Metadata> {
  const way = asked((await searchParams).route);
  const known = ways.find((one) => one === way);
  return { title: known ? titleOf(known) : "Say why" };
}

const titleOf = (way: Way) => `${wayWords[way].label}: say why`;

export default async function ReasonPage({ params, searchParams }: PageProps<"/call-offs/[id]/route/reason">) {
  const { id } = await params;
  const actor = await requireBuyer();
  const { callOff, choices } = (await findRoutes(actor, id)) ?? notFound();
  const way = asked((await searchParams).route);
  const choice = choices.find((found) => found.way === way) ?? notFound();
  if (!choice.reasonFor || choice.way === "rateCard" || callOff.state !== "draft" || !mayRun(actor, callOff))
    notFound();
  const words = reasonWords[choice.reasonFor];

  return (
    <>
      <BackLink href={`/call-offs/${id}/route`}>Every route</BackLink>
      <PageHeader
        title={titleOf(choice.way)}
        caption={`Call-off ${callOff.reference}`}
        lead="The reason is kept with the record, beside your name and the rules."
      />
      <Form action={choose}>
        <HiddenFields values={{ id, route: choice.way }} />
        <Versioned name="version" version={callOff.version} />
        {choice.grounds.length > 0 && (
          <RadioGroup
            name="ground"
            label="Which reason of the law is it?"
            options={choice.grounds.map((ground) => ({
              value: ground,
              label: groundWords[ground].label,
              hint: `${groundWords[ground].hint} ${groundWords[ground].law}.`,
            }))}
          />
        )}
        <TextArea
          name="reason"
          label={words.label}
          hint={words.hint}
          words={300}
          rows={7}
          defaultValue={callOff.route === choice.way ? callOff.routeReason : ""}
        />
        <Buttons>
          <Submit>Choose this route</Submit>
          <TextLink href={`/call-offs/${id}/route`}>Look at the others again</TextLink>
        </Buttons>
      </Form>
      <Section title="What it rests on" id="rules">
        <Rules rules={choice.because} label="What it rests on" />
      </Section>
    </>
  );
}

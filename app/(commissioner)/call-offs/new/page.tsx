import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RadioGroup, Select } from "@/components/form/choice";
import { Form } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text";
import { TextLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { BackLink, Columns, PageHeader, Section } from "@/components/ui/page";
import { mayStart } from "@/lib/calloff/record/policy";
import { listEarlier } from "@/lib/calloff/record/queries/list";
import { startWords } from "@/lib/calloff/record/view-words";
import { newId } from "@/lib/core/values/id";
import { requireMember } from "@/lib/identity/session";
import { asked } from "../../purchases/reader";
import { start } from "./actions";

export const metadata: Metadata = { title: "Start a call-off" };

export default async function NewCallOffPage({ searchParams }: PageProps<"/call-offs/new">) {
  const params = await searchParams;
  const actor = await requireMember("authority");
  if (!mayStart(actor)) notFound();
  const earlier = await listEarlier(actor);

  return (
    <>
      <BackLink href="/call-offs">Call-offs</BackLink>
      <PageHeader
        title="Start a call-off"
        lead="Nobody outside your authority sees it until you publish it. You can stop and come back."
      />
      <Columns
        aside={
          <Section title="What you will write">
            <Bullets
              items={[
                "The need, for whom, and the term",
                "Lots with volumes and budgets",
                "The route that the law allows",
                "Criteria and a timetable",
                "Who pays, and conflicts of interest",
              ]}
            />
            <p className="mt-4">
              <TextLink href="/find">A small need may be bought from the rate card</TextLink> instead.
            </p>
          </Section>
        }
      >
        <Form action={start} idempotencyKey={newId()}>
          <TextField
            name="title"
            label="What do you call it?"
            hint="People who run services read this first. Say what and where: “Homes for people leaving prison in Kent”."
          />
          <RadioGroup
            name="instrument"
            label="What will it end in?"
            options={(["contract", "grant", "bond"] as const).map((value) => ({
              value,
              label: startWords[value].label,
              hint: startWords[value].meaning,
            }))}
          />
          {earlier.length > 0 && (
            <Select
              name="fromId"
              label="Make it like an earlier one"
              hint="Copies the need, lots, criteria and conditions. You check every part again."
              optional
              empty="Start with nothing"
              defaultValue={asked(params.from)}
              options={earlier.map(({ id, title, reference }) => ({ value: id, label: `${title} (${reference})` }))}
            />
          )}
          <Buttons>
            <Submit>Start</Submit>
            <TextLink href="/call-offs">Cancel</TextLink>
          </Buttons>
        </Form>
      </Columns>
    </>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CheckboxGroup } from "@/components/form/choice";
import { Form } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/message";
import { BackLink, PageHeader, Section } from "@/components/ui/page";
import { mayWatch } from "@/lib/calloff/open/opportunity/policy";
import { findWatch } from "@/lib/calloff/open/opportunity/queries/list";
import { newId } from "@/lib/core/values/id";
import { requireMember } from "@/lib/identity/session";
import { reference } from "@/lib/reference/queries";
import { start, stop } from "./actions";

export const metadata: Metadata = { title: "Alerts of new opportunities" };

export default async function AlertsPage({ searchParams }: PageProps<"/opportunities/alerts">) {
  const actor = await requireMember("provider");
  if (!mayWatch(actor)) notFound();
  const [watch, { categories, places }, { done }] = await Promise.all([findWatch(actor), reference(), searchParams]);
  const regions = places.all.filter(({ kind, current }) => kind === "region" && current);

  return (
    <>
      <BackLink href="/opportunities">Opportunities</BackLink>
      <PageHeader
        title="Alerts of new opportunities"
        lead="We tell you on the day that something is published, here and by email. Your organisation is told of its invitations in any case."
      />
      {done === "on" && (
        <Notice tone="good" title="Alerts are on">
          <p>You are told of what fits from now on.</p>
        </Notice>
      )}
      {done === "off" && <Notice tone="good" title="Alerts are off" />}
      <Form action={start} idempotencyKey={newId()} label="Alerts">
        <CheckboxGroup
          name="categoryCodes"
          label="Which services?"
          hint="None ticked means all."
          columns
          options={categories.all.map(({ code, name }) => ({ value: code, label: name }))}
          defaultValue={watch?.categoryCodes ?? []}
        />
        <CheckboxGroup
          name="placeCodes"
          label="Where?"
          hint="None ticked means anywhere. A region holds every place in it."
          columns
          options={regions.map(({ code, name }) => ({ value: code, label: name }))}
          defaultValue={watch?.placeCodes ?? []}
        />
        <Buttons>
          <Submit>{watch ? "Save" : "Switch alerts on"}</Submit>
          <TextLink href="/opportunities">Cancel</TextLink>
        </Buttons>
      </Form>
      {watch && (
        <Section title="Stop" lead="What you were told of stays among your notifications.">
          <Form action={stop} idempotencyKey={newId()} label="Stop alerts">
            <Buttons>
              <Submit kind="warning">Switch alerts off</Submit>
            </Buttons>
          </Form>
        </Section>
      )}
    </>
  );
}

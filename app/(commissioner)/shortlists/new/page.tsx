import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text";
import { AskedLines } from "@/components/search/shortlist/asked-lines";
import { TextLink } from "@/components/ui/button";
import { BackLink, Columns, PageHeader, Section } from "@/components/ui/page";
import { newId } from "@/lib/core/values/id";
import { requireMember } from "@/lib/identity/session";
import { reference } from "@/lib/reference/queries";
import { fromQuery, hrefOf, linesOf, toQuery } from "@/lib/search/address";
import { findBuyable } from "@/lib/search/queries/services";
import { readCriteria } from "@/lib/search/schema";
import { mayStart } from "@/lib/search/shortlist/policy";
import { text } from "../asked";
import { start } from "./actions";

export const metadata: Metadata = { title: "Start a shortlist" };

export default async function NewShortlistPage({ searchParams }: PageProps<"/shortlists/new">) {
  const actor = await requireMember("authority");
  if (!mayStart(actor)) notFound();
  const [asked, lists] = await Promise.all([searchParams, reference()]);
  const { criteria } = readCriteria(fromQuery(text(asked.from)), lists);
  const service = await findBuyable(actor, text(asked.service));

  return (
    <>
      <BackLink href={hrefOf("/find", criteria)}>Back to the search</BackLink>
      <PageHeader
        title="Start a shortlist"
        lead="It keeps what you asked, so that anyone can see later how you looked."
      />
      <Columns
        aside={
          <Section title="What you asked">
            <AskedLines said={linesOf(criteria, lists).map(({ label }) => label)} />
          </Section>
        }
      >
        <Form action={start} idempotencyKey={newId()}>
          <HiddenFields values={{ query: String(toQuery(criteria)), serviceId: service?.id }} />
          <TextField
            name="name"
            label="Name of the shortlist"
            hint="Such as: Housing in East Kent, autumn"
            width="full"
          />
          {service && (
            <p>
              <b>{service.version.title}</b> from {service.organisation.name} will be the first on it.
            </p>
          )}
          <Buttons>
            <Submit>Start the shortlist</Submit>
            <TextLink href={hrefOf("/find", criteria)}>Cancel</TextLink>
          </Buttons>
        </Form>
      </Columns>
    </>
  );
}

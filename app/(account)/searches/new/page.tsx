import type { Metadata } from "next";
import { RadioGroup } from "@/components/form/choice";
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
import { paceOptions } from "@/lib/search/saved/words";
import { readCriteria } from "@/lib/search/schema";
import { save } from "./actions";

export const metadata: Metadata = { title: "Save this search" };

export default async function SaveSearchPage({ searchParams }: PageProps<"/searches/new">) {
  await requireMember();
  const [{ from }, lists] = await Promise.all([searchParams, reference()]);
  const { criteria } = readCriteria(fromQuery([from ?? ""].flat()[0] ?? ""), lists);
  const back = hrefOf("/find", criteria);

  return (
    <>
      <BackLink href={back}>Back to the search</BackLink>
      <PageHeader
        title="Save this search"
        lead="We ask it again each day, and tell you when new services answer it. Only you see it."
      />
      <Columns
        aside={
          <Section title="What you asked">
            <AskedLines said={linesOf(criteria, lists).map(({ label }) => label)} />
          </Section>
        }
      >
        <Form action={save} idempotencyKey={newId()}>
          <HiddenFields values={{ query: String(toQuery(criteria)) }} />
          <TextField name="name" label="Name of the search" hint="Such as: Housing in East Kent" width="full" />
          <RadioGroup
            name="pace"
            label="How often do we e-mail you?"
            hint="Only when something is new. Each e-mail has a link that stops them."
            options={paceOptions}
            defaultValue="daily"
          />
          <Buttons>
            <Submit>Save the search</Submit>
            <TextLink href={back}>Cancel</TextLink>
          </Buttons>
        </Form>
      </Columns>
    </>
  );
}

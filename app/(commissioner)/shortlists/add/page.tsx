import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { RadioGroup } from "@/components/form/choice";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextLink } from "@/components/ui/button";
import { BackLink, PageHeader } from "@/components/ui/page";
import { newId } from "@/lib/core/values/id";
import { requireMember } from "@/lib/identity/session";
import { reference } from "@/lib/reference/queries";
import { fromQuery, hrefOf, toQuery } from "@/lib/search/address";
import { findBuyable } from "@/lib/search/queries/services";
import { readCriteria } from "@/lib/search/schema";
import { mayStart } from "@/lib/search/shortlist/policy";
import { listOpenShortlists } from "@/lib/search/shortlist/queries/lists";
import { text } from "../asked";
import { add } from "./actions";

export const metadata: Metadata = { title: "Add to a shortlist" };

export default async function AddToShortlistPage({ searchParams }: PageProps<"/shortlists/add">) {
  const actor = await requireMember("authority");
  if (!mayStart(actor)) notFound();
  const [asked, lists] = await Promise.all([searchParams, reference()]);
  const { criteria } = readCriteria(fromQuery(text(asked.from)), lists);
  const service = (await findBuyable(actor, text(asked.service))) ?? notFound();
  const open = await listOpenShortlists(actor);
  const from = String(toQuery(criteria));
  const startNew = `/shortlists/new?${new URLSearchParams({ service: service.reference, from })}`;
  if (open.length === 0) redirect(startNew);

  return (
    <>
      <BackLink href={hrefOf("/find", criteria)}>Back to the search</BackLink>
      <PageHeader
        title="Add to a shortlist"
        caption={`${service.version.title}, ${service.organisation.name}`}
        lead="What it says and what it costs are pinned as they are now, with why your search found it."
      />
      <Form action={add} idempotencyKey={newId()}>
        <HiddenFields values={{ query: from, serviceId: service.id }} />
        <RadioGroup
          name="shortlistId"
          label="Which shortlist?"
          options={open.map(({ id, name, reference: quoted }) => ({ value: id, label: name, hint: quoted }))}
          defaultValue={open[0]?.id}
        />
        <Buttons>
          <Submit>Add it</Submit>
          <TextLink href={startNew}>Start a new shortlist with it</TextLink>
        </Buttons>
      </Form>
    </>
  );
}

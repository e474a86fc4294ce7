import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DetailsFields } from "@/components/calloff/details-fields";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/message";
import { BackLink, Columns, PageHeader } from "@/components/ui/page";
import { Facts } from "@/components/ui/summary";
import { mayStart } from "@/lib/calloff/purchase/policy";
import { findServiceToBuy } from "@/lib/calloff/purchase/queries/choices";
import { count } from "@/lib/core/values/format";
import { newId } from "@/lib/core/values/id";
import { requireMember } from "@/lib/identity/session";
import { placesOf } from "../[id]/places";
import { asked } from "../reader";
import { start } from "./actions";

export const metadata: Metadata = { title: "Start a purchase" };

export default async function NewPurchasePage({ searchParams }: PageProps<"/purchases/new">) {
  const params = await searchParams;
  const actor = await requireMember("authority");
  if (!mayStart(actor)) notFound();
  const service = await findServiceToBuy(actor, asked(params.service));
  if (!service)
    return (
      <>
        <PageHeader title="Start a purchase" />
        <EmptyState title="Choose a service first" action={<ButtonLink href="/find">Find a service</ButtonLink>}>
          A purchase starts from a service with a published price.{" "}
          {asked(params.service) && "The one you asked for cannot be bought now."}
        </EmptyState>
      </>
    );
  const reached = service.published?.placeCodes ?? [];
  const places = await placesOf(reached);

  return (
    <>
      <BackLink href={`/register/services/${service.reference}`}>{service.published?.title}</BackLink>
      <PageHeader
        title="Start a purchase"
        caption="Step 1 of 4"
        lead="Say what it is for. Its price is fixed from now on, even if the provider changes its rate card."
      />
      <Columns
        aside={
          <Facts
            facts={[
              { label: "Service", value: service.published?.title },
              { label: "Provider", value: service.organisation.name },
              {
                label: "Rate card",
                value: `Version ${service.rateCard?.version ?? ""}, ${count(service.rateCard?._count.lines ?? 0, "price")}`,
              },
            ]}
          />
        }
      >
        <Form action={start} idempotencyKey={newId()}>
          <HiddenFields values={{ serviceId: service.id, shortlistId: asked(params.shortlist) }} />
          <DetailsFields
            places={places}
            given={{ title: service.published?.title ?? "", placeCode: asked(params.place) || (reached[0] ?? "") }}
          />
          <Buttons>
            <Submit>Save and continue</Submit>
            <TextLink href="/purchases">Cancel</TextLink>
          </Buttons>
        </Form>
      </Columns>
    </>
  );
}

import { notFound } from "next/navigation";
import { RadioGroup } from "@/components/form/choice";
import { Form } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text";
import { TextLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/message";
import { BackLink, PageHeader } from "@/components/ui/page";
import { newId } from "@/lib/core/values/id";
import { requireMember } from "@/lib/identity/session";
import { reference } from "@/lib/reference/queries";
import { listParts } from "@/lib/register/market/queries";
import { mayEdit } from "@/lib/register/service/policy";
import { start } from "../actions";

export const metadata = { title: "Add a service" };

export default async function NewServicePage({ searchParams }: PageProps<"/services/new">) {
  const actor = await requireMember("provider");
  if (!mayEdit(actor, actor)) notFound();
  const { part } = await searchParams;
  const [parts, { categories }] = await Promise.all([listParts(actor), reference()]);

  return (
    <>
      <BackLink href="/services">Your services</BackLink>
      <PageHeader
        title="Add a service"
        lead={<p>Six short pages follow. Nobody sees the service until you send it.</p>}
      />
      {parts.length === 0 ? (
        <EmptyState title="No register is open now">
          <p>Services are added to a register. Look again when one has opened.</p>
        </EmptyState>
      ) : (
        <Form action={start} idempotencyKey={newId()}>
          <TextField name="title" label="Name of the service" hint="As people know it. For example, Finding home." />
          <RadioGroup
            name="partId"
            label="What does it help with most?"
            hint="This is its part of the register. You can say later what else it helps with."
            options={parts.map(({ id, title, categoryCode }) => ({
              value: id,
              label: title,
              hint: categories.find(categoryCode)?.description,
            }))}
            defaultValue={typeof part === "string" ? part : undefined}
          />
          <Buttons>
            <Submit>Continue</Submit>
            <TextLink href="/services">Cancel</TextLink>
          </Buttons>
        </Form>
      )}
    </>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Clauses } from "@/components/agreements/clauses";
import { PriceLines } from "@/components/calloff/price-lines";
import { Checkbox } from "@/components/form/choice";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/message";
import { BackLink, Section } from "@/components/ui/page";
import { nextSteps, sideOf } from "@/lib/agreements/policy";
import type { AgreementDetail } from "@/lib/agreements/queries";
import { instrumentWords } from "@/lib/calloff/purchase/words";
import { day, pounds } from "@/lib/core/values/format";
import { newId } from "@/lib/core/values/id";
import { reference } from "@/lib/reference/queries";
import { sign } from "../actions";
import { requireAgreement } from "../reader";
import { clausesFor, dayOf } from "../view";

export async function generateMetadata({ params }: PageProps<"/agreements/[id]/sign">): Promise<Metadata> {
  return { title: titleOf((await requireAgreement((await params).id)).found) };
}

const titleOf = ({ instrument }: Pick<AgreementDetail, "instrument">) =>
  `Sign this ${instrumentWords[instrument].label.toLowerCase()}?`;

export default async function SignPage({ params }: PageProps<"/agreements/[id]/sign">) {
  const { id } = await params;
  const { actor, found } = await requireAgreement(id);
  if (!nextSteps(actor, found).includes("sign")) notFound();
  const { places } = await reference();
  const { label, article } = instrumentWords[found.instrument];
  const buyer = sideOf(actor, found) === "buyer";
  const other = buyer ? found.supplier.name : found.buyer.name;
  const last = Boolean(buyer ? found.supplierSignedAt : found.buyerSignedAt);

  return (
    <>
      <BackLink href={`/agreements/${id}`}>{found.title}</BackLink>
      <CheckPage
        title={titleOf(found)}
        caption={`${label} ${found.reference}, with ${other}`}
        happens={[
          `You sign ${article} worth ${pounds(found.valuePence + found.vatPence)}, from ${day(dayOf(found.startsOn))} to ${day(dayOf(found.endsOn))}.`,
          last ? `${other} has signed. It binds both sides at once.` : `It binds both sides once ${other} signs too.`,
          last ? "It appears among the awards." : "Nothing is public until both have signed.",
        ]}
        toWhom={[
          `${other}, and everyone who pays a share.`,
          ...(last && found.instrument !== "grant"
            ? ["The public, where the Act asks for a contract details notice."]
            : []),
        ]}
        cannotBeUndone={["You cannot take your signature back. The text says how it can end."]}
      >
        <div className="mb-10">
          <Section title="What is paid">
            <PriceLines {...found} lines={found.payments.map((line) => ({ key: String(line.number), ...line }))} />
          </Section>
          <Section title="What you agree to">
            <Clauses clauses={clausesFor(found, places.label(found.placeCode))} />
          </Section>
        </div>
        <Form action={sign} idempotencyKey={newId()}>
          <HiddenFields values={{ id }} />
          <Checkbox name="signed" label="I may sign for my organisation, and we agree to this" />
          <Buttons>
            <Submit>Sign</Submit>
            <TextLink href={`/agreements/${id}`}>Go back without signing</TextLink>
          </Buttons>
        </Form>
      </CheckPage>
    </>
  );
}

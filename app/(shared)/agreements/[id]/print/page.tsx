import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Clauses } from "@/components/agreements/clauses";
import { SignatureBlock } from "@/components/agreements/signature-block";
import { PriceLines } from "@/components/calloff/price-lines";
import { BackLink, PageHeader, Section } from "@/components/ui/page";
import { findAgreement } from "@/lib/agreements/queries";
import { standingOf, stateWords } from "@/lib/agreements/words";
import { namesOf } from "@/lib/calloff/purchase/queries/find";
import { instrumentWords } from "@/lib/calloff/purchase/words";
import { requireMember } from "@/lib/identity/session";
import { reference } from "@/lib/reference/queries";
import { clausesFor, signaturesOf, signersOf } from "../view";

export const metadata: Metadata = { title: "A copy to print" };

export default async function PrintPage({ params }: PageProps<"/agreements/[id]/print">) {
  const { id } = await params;
  const actor = await requireMember();
  const found = (await findAgreement(actor, id)) ?? notFound();
  const [names, { places }] = await Promise.all([namesOf(actor, signersOf(found)), reference()]);
  const { label } = instrumentWords[found.instrument];

  return (
    <>
      <BackLink href={`/agreements/${id}`}>{found.title}</BackLink>
      <PageHeader
        title={found.title}
        caption={`${label} ${found.reference}`}
        lead={`${found.buyer.name} and ${found.supplier.name}`}
      />
      <p className="mb-10 max-w-measure">
        {found.state === "drafting"
          ? `This is a draft. It binds nobody. ${standingOf(found)}`
          : stateWords[found.state].meaning}
      </p>
      <Section title="What is agreed">
        <Clauses clauses={clausesFor(found, places.label(found.placeCode))} />
      </Section>
      <Section title="What is paid">
        <PriceLines {...found} lines={found.payments.map((line) => ({ key: String(line.number), ...line }))} />
      </Section>
      <Section title="Signatures">
        <SignatureBlock signatures={signaturesOf(found, names)} />
      </Section>
    </>
  );
}

import type { Metadata } from "next";
import { Clauses } from "@/components/agreements/clauses";
import { SignatureBlock } from "@/components/agreements/signature-block";
import { PriceLines } from "@/components/calloff/price-lines";
import { BackLink, PageHeader, Section } from "@/components/ui/page";
import { standingOf, stateWords } from "@/lib/agreements/words";
import { namesOf } from "@/lib/calloff/purchase/queries/find";
import { instrumentWords } from "@/lib/calloff/purchase/words";
import { reference } from "@/lib/reference/queries";
import { requireAgreement } from "../reader";
import { clausesFor, signaturesOf, signersOf } from "../view";

export async function generateMetadata({ params }: PageProps<"/agreements/[id]/print">): Promise<Metadata> {
  return { title: (await requireAgreement((await params).id)).found.title };
}

export default async function PrintPage({ params }: PageProps<"/agreements/[id]/print">) {
  const { id } = await params;
  const { actor, found } = await requireAgreement(id);
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

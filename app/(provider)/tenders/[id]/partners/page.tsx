import type { Metadata } from "next";
import { SubContractorRows } from "@/components/calloff/tender/partner-rows";
import { SubContractorTable } from "@/components/calloff/tender/partner-table";
import { SaveButtons } from "@/components/calloff/tender/save-buttons";
import { Form, HiddenFields } from "@/components/form/form";
import { Versioned } from "@/components/form/versioned";
import { Notice } from "@/components/ui/message";
import { BackLink, PageHeader, Section } from "@/components/ui/page";
import { MOST_PARTNERS } from "@/lib/calloff/open/tender/schema";
import { percent } from "@/lib/core/values/format";
import { toPercent } from "@/lib/core/values/share";
import { partners } from "../../actions";
import { requireDraft } from "../../reader";

export const metadata: Metadata = { title: "Does anybody else do a part of the work?" };

export default async function PartnersPage({ params }: PageProps<"/tenders/[id]/partners">) {
  const { id } = await params;
  const { tender, content } = await requireDraft(id);
  const named = content.quality.partners;
  const referenceOf = (partnerId: string) =>
    tender.partners.find((one) => one.id === partnerId)?.organisation.reference;
  const { vcseShareBp } = tender.callOff;
  return (
    <>
      <BackLink href={`/tenders/${id}`}>Your tender</BackLink>
      <PageHeader
        caption={tender.callOff.title}
        title="Does anybody else do a part of the work?"
        lead="Name them here. If you do it all yourself, leave this empty."
      />
      {vcseShareBp !== null && (
        <Notice title={`${percent(vcseShareBp)} of the work is to go to voluntary organisations`}>
          <p>Your own organisation counts if it is one.</p>
        </Notice>
      )}
      {named.length > 0 && (
        <Section
          title="As you saved it"
          lead="A signatory of each organisation confirms its share. It sees its own share and nothing else of your tender. If you change a share, it is asked again."
        >
          <SubContractorTable named={named} answered={tender.partners} />
        </Section>
      )}
      <Form action={partners}>
        <HiddenFields values={{ id }} />
        <Versioned name="version" version={tender.version} />
        <SubContractorRows
          most={MOST_PARTNERS}
          partners={named.map(({ partnerId, name, shareBp, volume, does }) => ({
            who: referenceOf(partnerId) ?? name,
            share: toPercent(shareBp),
            volume,
            does,
          }))}
        />
        <SaveButtons />
      </Form>
    </>
  );
}

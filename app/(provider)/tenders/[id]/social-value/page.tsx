import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OfferRows } from "@/components/calloff/tender/offer-rows";
import { SaveButtons } from "@/components/calloff/tender/save-buttons";
import { Form, HiddenFields } from "@/components/form/form";
import { Versioned } from "@/components/form/versioned";
import { BackLink, Details, PageHeader } from "@/components/ui/page";
import { MOST_OFFERS } from "@/lib/calloff/open/tender/schema";
import { offers } from "../../actions";
import { requireDraft } from "../../reader";

export const metadata: Metadata = { title: "What social value do you promise?" };

export default async function SocialValuePage({ params }: PageProps<"/tenders/[id]/social-value">) {
  const { id } = await params;
  const { tender, content } = await requireDraft(id);
  const asked = tender.callOff.criteria.filter(({ kind }) => kind === "socialValue");
  const [first] = asked;
  if (!first) notFound();
  return (
    <>
      <BackLink href={`/tenders/${id}`}>Your tender</BackLink>
      <PageHeader
        caption={tender.callOff.title}
        title="What social value do you promise?"
        lead="Promise only what you can count, and keep. If you win, the agreement holds you to it."
      />
      <div className="mb-6">
        <Details summary="What the authority asks">
          {asked.map(({ id: key, title, question, guidance }) => (
            <div key={key} className="mb-4">
              <p className="font-semibold">{title}</p>
              <p>{question}</p>
              <p className="whitespace-pre-line text-muted">{guidance}</p>
            </div>
          ))}
        </Details>
      </div>
      <Form action={offers}>
        <HiddenFields values={{ id, criterionId: first.id }} />
        <Versioned name="version" version={tender.version} />
        <OfferRows
          offers={content.quality.offers}
          criteria={asked.map(({ id: value, title: label }) => ({ value, label }))}
          most={MOST_OFFERS}
        />
        <SaveButtons />
      </Form>
    </>
  );
}

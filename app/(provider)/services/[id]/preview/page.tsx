import { notFound } from "next/navigation";
import { ServiceView } from "@/components/register/service/service-view";
import { TextLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/message";
import { BackLink, PageHeader } from "@/components/ui/page";
import { requireMember } from "@/lib/identity/session";
import { previewService } from "@/lib/register/service/queries";

export const metadata = { title: "What a buyer will see" };

export default async function PreviewPage({ params }: PageProps<"/services/[id]/preview">) {
  const { id } = await params;
  const actor = await requireMember("provider");
  const facts = (await previewService(actor, id)) ?? notFound();

  return (
    <>
      <BackLink href={`/services/${id}`}>Back to the service</BackLink>
      <Notice title="This is a preview">
        <p>
          Buyers see this page. The public sees it without the prices.{" "}
          <TextLink href={`/services/${id}`}>Go back to change it</TextLink>.
        </p>
      </Notice>
      <PageHeader
        caption={facts.organisation.name}
        title={facts.version.title}
        lead={<p>{facts.version.summary || "The short summary comes here."}</p>}
      />
      <ServiceView facts={facts} showPrices />
    </>
  );
}

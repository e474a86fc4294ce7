import type { ReactNode } from "react";
import { TextLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/message";
import { BackLink, PageHeader } from "@/components/ui/page";
import type { ServiceDetail } from "@/lib/register/service/queries";
import { material, sections } from "@/lib/register/service/sections";
import { changeWords, type ServiceSection, sectionWords } from "@/lib/register/service/words";

type Props = {
  service: ServiceDetail;
  title: string;
  section: ServiceSection;
  lead?: ReactNode;
  /** Why it cannot be changed now; then the form is left out. */
  locked?: string | null;
  children: ReactNode;
};

/** One page of a service that is being written: the way back, where this page stands, and its form. */
export function WritingPage({ service, title, section, lead, locked, children }: Props) {
  return (
    <>
      <BackLink href={`/services/${service.id}`}>{title}</BackLink>
      <PageHeader
        caption={`Page ${sections.indexOf(section) + 1} of ${sections.length}`}
        title={sectionWords[section].title}
        lead={lead ?? <p>{sectionWords[section].hint}</p>}
      />
      {!locked && service.state !== "draft" && (
        <p className="mb-8 max-w-measure text-muted">
          {material.includes(section)
            ? changeWords.material
            : section === "prices"
              ? changeWords.prices
              : changeWords.immediate}
        </p>
      )}
      {locked ? (
        <Notice tone="wait" title="This cannot be changed now">
          <p>{locked}</p>
          <p>
            <TextLink href={`/services/${service.id}`}>Go back to the service</TextLink>
          </p>
        </Notice>
      ) : (
        children
      )}
    </>
  );
}

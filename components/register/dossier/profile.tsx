import { TextLink } from "@/components/ui/button";
import { SummaryList } from "@/components/ui/summary";
import { RoundMoney } from "@/components/ui/value";
import { numbersSaid } from "@/lib/reference/identifiers";
import type { Dossier } from "@/lib/register/application/decision/queries";
import { sizeWords } from "@/lib/register/profile/words";

/** What the organisation says about itself. */
export function DossierProfile({ organisation, type }: { organisation: Dossier["organisation"]; type: string | null }) {
  const { provider, identifiers, address } = organisation;
  const numbers = numbersSaid(identifiers);
  return (
    <SummaryList
      rows={[
        { label: "Kind", value: type ?? "Not said" },
        { label: "Numbers", value: numbers || "None" },
        { label: "Address", value: address ?? "Not said" },
        ...(provider
          ? [
              { label: "Size", value: `${sizeWords[provider.size].label}. ${sizeWords[provider.size].meaning}` },
              {
                label: "Yearly income",
                value: (
                  <>
                    <RoundMoney pence={provider.incomePence} /> in {provider.incomeYear}
                  </>
                ),
              },
              { label: "Staff", value: `${provider.staffFte} full-time equivalent` },
              { label: "Voluntary, community or social enterprise", value: provider.vcse ? "Yes" : "No" },
              { label: "Led by lived experience", value: provider.ledByLivedExperience ? "Yes" : "No" },
              { label: "What it does", value: provider.about },
              { label: "Who it is for", value: provider.areaOfBenefit },
              { label: "Designed with people who use it", value: provider.coDesign || "Nothing said" },
              {
                label: "Website",
                value: provider.website ? <TextLink href={provider.website}>{provider.website}</TextLink> : "None",
              },
            ]
          : []),
      ]}
    />
  );
}

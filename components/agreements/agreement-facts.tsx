import { TextLink } from "@/components/ui/button";
import { Facts } from "@/components/ui/summary";
import { Day, Money } from "@/components/ui/value";
import type { AgreementDetail } from "@/lib/agreements/queries";

type Props = {
  agreement: AgreementDetail;
  place: string;
  category: string;
  notices: readonly { reference: string; title: string; kindCode: string }[];
  /** Whether the reader may open the purchase or the call-off behind it. */
  buys: boolean;
};

/** The facts of an agreement, beside it. */
export function AgreementFacts({ agreement, place, category, notices, buys }: Props) {
  const { purchase, callOff, lot, signedAt } = agreement;
  return (
    <Facts
      facts={[
        {
          label: agreement.instrument === "grant" ? "In all" : "In all, with VAT",
          value: <Money pence={agreement.valuePence + agreement.vatPence} />,
        },
        { label: "Buyer", value: agreement.buyer.name },
        { label: "Provider", value: agreement.supplier.name },
        ...(purchase
          ? [
              {
                label: "Service",
                value: (
                  <TextLink href={`/register/services/${purchase.service.reference}`}>
                    {purchase.serviceVersion.title}
                  </TextLink>
                ),
              },
            ]
          : []),
        ...(lot ? [{ label: `Lot ${lot.number}`, value: lot.title }] : []),
        ...(agreement.investor ? [{ label: "Investor", value: agreement.investor.name }] : []),
        { label: "Category", value: category },
        { label: "Place", value: place },
        {
          label: "Dates",
          value: (
            <>
              <Day on={agreement.startsOn.toISOString()} /> to <Day on={agreement.endsOn.toISOString()} />
            </>
          ),
        },
        { label: "Signed", value: signedAt ? <Day on={signedAt} /> : "Not yet by both sides" },
        ...(purchase
          ? [
              {
                label: buys ? "From purchase" : "From offer",
                value: (
                  <TextLink href={`${buys ? "/purchases" : "/offers"}/${purchase.id}`}>{purchase.reference}</TextLink>
                ),
              },
            ]
          : []),
        ...(callOff
          ? [
              {
                label: "From call-off",
                value: (
                  <TextLink href={buys ? `/call-offs/${callOff.id}` : `/opportunities/${callOff.reference}`}>
                    {callOff.reference}
                  </TextLink>
                ),
              },
            ]
          : []),
        ...(notices.length > 0
          ? [
              {
                label: notices.length === 1 ? "Notice" : "Notices",
                value: (
                  <>
                    {notices.map(({ reference, title }) => (
                      <span key={reference} className="block">
                        <TextLink href={`/notices/${reference}`}>{title}</TextLink>
                      </span>
                    ))}
                  </>
                ),
              },
            ]
          : []),
        ...(signedAt
          ? [
              {
                label: "In public",
                value: <TextLink href={`/awards/${agreement.reference}`}>The award as everyone sees it</TextLink>,
              },
            ]
          : []),
      ]}
    />
  );
}

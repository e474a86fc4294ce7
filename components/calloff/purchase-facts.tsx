import { TextLink } from "@/components/ui/button";
import { Facts } from "@/components/ui/summary";
import { Day, Money } from "@/components/ui/value";
import type { PurchaseFile } from "@/lib/calloff/purchase/queries/find";
import { instrumentWords } from "@/lib/calloff/purchase/words";

type Props = { purchase: PurchaseFile; place: string; proposedBy: string | null };

/** The facts of a purchase, beside it. */
export function PurchaseFacts({ purchase, place, proposedBy }: Props) {
  const { buyer, supplier, service, serviceVersion, rateCard, shortlist, startsOn, endsOn } = purchase;
  return (
    <Facts
      facts={[
        { label: "Price with VAT", value: <Money pence={purchase.valuePence + purchase.vatPence} /> },
        { label: "Kind", value: instrumentWords[purchase.instrument].label },
        { label: "Buyer", value: buyer.name },
        {
          label: "Provider",
          value: <TextLink href={`/register/organisations/${supplier.reference}`}>{supplier.name}</TextLink>,
        },
        {
          label: "Service",
          value: (
            <>
              <TextLink href={`/register/services/${service.reference}`}>{serviceVersion.title}</TextLink>, version{" "}
              {serviceVersion.number}
            </>
          ),
        },
        { label: "Prices", value: `Rate card ${rateCard.version}, fixed when this was started` },
        { label: "Place", value: place },
        {
          label: "Dates",
          value: (
            <>
              <Day on={startsOn.toISOString()} /> to <Day on={endsOn.toISOString()} />
            </>
          ),
        },
        ...(shortlist
          ? [
              {
                label: "From shortlist",
                value: <TextLink href={`/shortlists/${shortlist.id}`}>{shortlist.name}</TextLink>,
              },
            ]
          : []),
        ...(proposedBy ? [{ label: "Proposed by", value: proposedBy }] : []),
      ]}
    />
  );
}

import { Shares } from "@/components/calloff/shares";
import { TextLink } from "@/components/ui/button";
import { Section } from "@/components/ui/page";
import { Facts } from "@/components/ui/summary";
import { DataTable } from "@/components/ui/table";
import { Day, Money } from "@/components/ui/value";
import { ownNotices } from "@/lib/agreements/rules";
import { receivedSaid } from "@/lib/calloff/decide/award/words";
import { advertised } from "@/lib/calloff/record/policy";
import { percent } from "@/lib/core/values/format";
import { ofBp } from "@/lib/core/values/share";
import type { AwardDetail } from "@/lib/openness/queries";

type Props = { award: AwardDetail; place: string; category: string };

/** The facts of an award, beside it. */
export function AwardFacts({ award, place, category }: Props) {
  const { buyer, supplier, purchase, callOff, lot, investor, returnCapBp } = award;
  return (
    <Facts
      facts={[
        { label: "Buyer", value: buyer.name },
        {
          label: "Provider",
          value: <TextLink href={`/register/organisations/${supplier.reference}`}>{supplier.name}</TextLink>,
        },
        ...(purchase
          ? [
              {
                label: "Service",
                value: (
                  <>
                    <TextLink href={`/register/services/${purchase.service.reference}`}>
                      {purchase.serviceVersion.title}
                    </TextLink>
                    , version {purchase.serviceVersion.number}
                  </>
                ),
              },
            ]
          : []),
        ...(callOff
          ? [
              {
                label: "Call-off",
                value: (
                  <>
                    {callOff.title},{" "}
                    {advertised.some((route) => route === callOff.route) ? (
                      <TextLink href={`/opportunities/${callOff.reference}`}>{callOff.reference}</TextLink>
                    ) : (
                      callOff.reference
                    )}
                  </>
                ),
              },
            ]
          : []),
        ...(lot ? [{ label: `Lot ${lot.number}`, value: lot.title }] : []),
        ...(investor ? [{ label: "Investor", value: investor.name }] : []),
        ...(investor && returnCapBp !== null ? [{ label: "Return cap", value: percent(returnCapBp) }] : []),
        { label: "Category", value: category },
        { label: "Place", value: place },
        {
          label: "Dates",
          value: (
            <>
              <Day on={award.startsOn.toISOString()} /> to <Day on={award.endsOn.toISOString()} />
            </>
          ),
        },
        ...(award.signedAt ? [{ label: "Signed", value: <Day on={award.signedAt} /> }] : []),
        ...(callOff?.noticedAt ? [{ label: "Award published", value: <Day on={callOff.noticedAt} /> }] : []),
        ...(purchase?.offeredAt ? [{ label: "Offered", value: <Day on={purchase.offeredAt} /> }] : []),
      ]}
    />
  );
}

/** Who pays which share: of a purchase as each approved it, of a lot as each approved the award. */
export function AwardShares({ award }: { award: AwardDetail }) {
  const total = award.valuePence + award.vatPence;
  const shares = award.lot
    ? award.lot.shares.map(({ shareBp, awardPence, funder }) => ({
        name: funder.organisation.name,
        shareBp,
        sharePence: awardPence ?? ofBp(total, shareBp),
      }))
    : (award.purchase?.funders ?? []).map(({ organisation, shareBp, sharePence }) => ({
        name: organisation.name,
        shareBp,
        sharePence,
      }));
  return <Shares shares={shares} total={total} />;
}

/** How the lot was competed for: how many tenders came, the other lots that were signed, and every notice. */
export function Competition({ award }: { award: AwardDetail }) {
  const { callOff, lot, reference } = award;
  if (!callOff || !lot) return null;
  const notices = ownNotices(callOff.notices, award.signedAt);
  const others = callOff.agreements.filter((other) => other.reference !== reference);
  return (
    <>
      <Section title="How many tendered">
        <p className="max-w-measure">
          {receivedSaid(lot._count.tenders)} for this lot. Tenders that did not win stay private, and so do their
          prices.
        </p>
      </Section>
      {others.length > 0 && (
        <Section title="Other lots of the same call-off">
          <DataTable
            caption="Other awards of this call-off"
            rows={others}
            rowKey={(other) => other.reference}
            columns={[
              {
                label: "Award",
                cell: (other) => <TextLink href={`/awards/${other.reference}`}>{other.title}</TextLink>,
              },
              { label: "Provider", cell: ({ supplier }) => supplier.name },
              { label: "Without VAT", numeric: true, cell: ({ valuePence }) => <Money pence={valuePence} /> },
            ]}
          />
        </Section>
      )}
      {notices.length > 0 && (
        <Section title="Notices">
          <DataTable
            caption="What was published about this call-off"
            rows={notices}
            rowKey={(notice) => notice.reference}
            columns={[
              {
                label: "Notice",
                cell: (notice) => <TextLink href={`/notices/${notice.reference}`}>{notice.title}</TextLink>,
              },
              { label: "Code", cell: ({ kindCode }) => (/^UK\d+$/.test(kindCode) ? kindCode : "") },
              { label: "Published", cell: ({ publishedAt }) => <Day on={publishedAt} /> },
            ]}
          />
        </Section>
      )}
    </>
  );
}

import { TextLink } from "@/components/ui/button";
import { Tag } from "@/components/ui/status";
import { DataTable } from "@/components/ui/table";
import { Day } from "@/components/ui/value";
import type { PartnerState } from "@/lib/core/prisma/enums";
import { percent } from "@/lib/core/values/format";
import { partnerWords } from "@/lib/register/consortium/words";

type Partner = {
  id: string;
  organisationId: string;
  state: PartnerState;
  shareBp: number;
  does: string;
  answeredAt: Date | null;
  reason: string | null;
  organisation: { name: string; reference: string };
};

/** Who is in a consortium, with which share, and what each has answered. */
export function PartnerTable({ partners, leadId }: { partners: Partner[]; leadId: string }) {
  return (
    <DataTable
      caption="Partners and their shares"
      rows={partners}
      rowKey={({ id }) => id}
      columns={[
        {
          label: "Partner",
          heads: true,
          cell: ({ organisation, organisationId }) => (
            <>
              <TextLink href={`/register/organisations/${organisation.reference}`}>{organisation.name}</TextLink>
              {organisationId === leadId && <span className="block text-small text-muted">Leads</span>}
            </>
          ),
        },
        { label: "What it does", cell: ({ does }) => does },
        { label: "Share", numeric: true, cell: ({ shareBp }) => percent(shareBp) },
        {
          label: "Answer",
          cell: ({ state, answeredAt, reason }) => (
            <>
              <Tag tone={partnerWords[state].tone}>{partnerWords[state].label}</Tag>
              {answeredAt && (
                <span className="block text-small text-muted">
                  <Day on={answeredAt} />
                </span>
              )}
              {reason && <span className="block text-small">{reason}</span>}
            </>
          ),
        },
      ]}
      total={["All shares", "", percent(partners.reduce((sum, { shareBp }) => sum + shareBp, 0)), ""]}
    />
  );
}

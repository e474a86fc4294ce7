import { notFound } from "next/navigation";
import { SnapshotView } from "@/components/register/evidence/snapshot-view";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { BackLink, Columns, PageHeader, Section } from "@/components/ui/page";
import { Facts } from "@/components/ui/summary";
import { DataTable } from "@/components/ui/table";
import { Day, Moment } from "@/components/ui/value";
import { requireMember } from "@/lib/identity/session";
import { reference } from "@/lib/reference/queries";
import { mayShare } from "@/lib/register/profile/snapshot/policy";
import { findSnapshot } from "@/lib/register/profile/snapshot/queries";
import { snapshotWords } from "@/lib/register/profile/snapshot/words";

export const metadata = { title: "A snapshot" };

export default async function SnapshotPage({ params }: PageProps<"/snapshots/[id]">) {
  const { id } = await params;
  const actor = await requireMember("provider");
  const snapshot = (await findSnapshot(actor, id)) ?? notFound();
  if (snapshot.organisationId !== actor.organisationId) notFound();
  const { organisationTypes } = await reference();
  const shares = mayShare(actor, snapshot);

  return (
    <>
      <BackLink href="/snapshots">Snapshots of your profile</BackLink>
      <PageHeader
        title={`Snapshot ${snapshot.reference}`}
        lead={<p>{snapshotWords.files}</p>}
        action={shares && <ButtonLink href={`/snapshots/${id}/share`}>Share it</ButtonLink>}
      />
      <Columns
        aside={
          <Facts
            facts={[
              { label: "Taken", value: <Moment at={snapshot.takenAt} /> },
              { label: "By", value: snapshot.takenBy },
              {
                label: "Fingerprint",
                value: <span className="text-small [overflow-wrap:anywhere]">{snapshot.fingerprint}</span>,
              },
              { label: "What that is", value: snapshotWords.fingerprint },
            ]}
          />
        }
      >
        <Section title="Who it is shared with">
          <DataTable
            caption="Authorities that it was shared with"
            empty={<p>Nobody. Only your own people and the stewards can read it.</p>}
            columns={[
              { label: "Authority", heads: true, cell: ({ organisation }) => organisation.name },
              { label: "Shared", cell: ({ sharedAt }) => <Day on={sharedAt} /> },
              {
                label: "Now",
                cell: ({ organisation, endedAt }) =>
                  endedAt ? (
                    <>
                      Taken back on <Day on={endedAt} />
                    </>
                  ) : shares ? (
                    <TextLink href={`/snapshots/${id}/end?from=${organisation.id}`}>
                      Take it back<span className="sr-only"> from {organisation.name}</span>
                    </TextLink>
                  ) : (
                    "They can read it"
                  ),
              },
            ]}
            rows={snapshot.shares}
            rowKey={({ organisation }) => organisation.id}
          />
        </Section>
        <SnapshotView
          snapshot={snapshot}
          type={organisationTypes.find(snapshot.content.organisation.typeCode ?? "")?.name ?? "Not said"}
        />
      </Columns>
    </>
  );
}

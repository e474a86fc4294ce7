import { ResultList } from "@/components/ui/list";
import { EmptyState } from "@/components/ui/message";
import { PageHeader } from "@/components/ui/page";
import { Day } from "@/components/ui/value";
import { requireMember } from "@/lib/identity/session";
import { listSharedSnapshots } from "@/lib/register/profile/snapshot/queries";

export const metadata = { title: "Profiles shared with you" };

export default async function SharedSnapshotsPage() {
  const actor = await requireMember("authority");
  const snapshots = await listSharedSnapshots(actor);

  return (
    <>
      <PageHeader
        title="Profiles shared with you"
        lead={<p>What an organisation says of itself, as it stood on one day. You need not ask it again.</p>}
      />
      {snapshots.length === 0 ? (
        <EmptyState title="Nobody has shared a profile with you">
          <p>Ask an organisation to share a snapshot of its profile with your authority.</p>
        </EmptyState>
      ) : (
        <>
          <h2 className="sr-only">Profiles</h2>
          <ResultList
            label="Profiles shared with you"
            items={snapshots.map(({ id, reference, takenAt, organisation, shares }) => ({
              id,
              title: organisation.name,
              href: `/snapshots/shared/${id}`,
              under: `Snapshot ${reference}`,
              facts: [
                <span key="taken">
                  As it stood on <Day on={takenAt} />
                </span>,
                ...shares.map(({ sharedAt }) => (
                  <span key="shared">
                    Shared on <Day on={sharedAt} />
                  </span>
                )),
              ],
            }))}
          />
        </>
      )}
    </>
  );
}

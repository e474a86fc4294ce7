import { notFound } from "next/navigation";
import { SnapshotView } from "@/components/register/evidence/snapshot-view";
import { TextLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/message";
import { BackLink, Columns, PageHeader } from "@/components/ui/page";
import { Facts } from "@/components/ui/summary";
import { Day, Moment } from "@/components/ui/value";
import { requireMember } from "@/lib/identity/session";
import { reference } from "@/lib/reference/queries";
import { findSnapshot } from "@/lib/register/profile/snapshot/queries";
import { snapshotWords } from "@/lib/register/profile/snapshot/words";

export const metadata = { title: "A shared profile" };

export default async function SharedSnapshotPage({ params }: PageProps<"/snapshots/shared/[id]">) {
  const { id } = await params;
  const actor = await requireMember(["authority", "steward"]);
  const snapshot = (await findSnapshot(actor, id)) ?? notFound();
  const { organisationTypes } = await reference();
  const { name, reference: number } = snapshot.organisation;

  return (
    <>
      {actor.kind === "authority" && <BackLink href="/snapshots/shared">Profiles shared with you</BackLink>}
      <PageHeader
        title={name}
        caption={`Snapshot ${snapshot.reference}`}
        lead={
          <p>
            As it stood on <Day on={snapshot.takenAt} />, in its own words. It does not change.
          </p>
        }
      />
      {!snapshot.isWhole && (
        <div className="mb-8">
          <Notice tone="bad" title="This snapshot does not fit its fingerprint">
            <p>Do not rely on it. Tell the stewards of the register.</p>
          </Notice>
        </div>
      )}
      <Columns
        aside={
          <>
            <Facts
              facts={[
                { label: "Taken", value: <Moment at={snapshot.takenAt} /> },
                {
                  label: "Fingerprint",
                  value: <span className="text-small [overflow-wrap:anywhere]">{snapshot.fingerprint}</span>,
                },
                { label: "What that is", value: snapshotWords.fingerprint },
              ]}
            />
            <p>
              <TextLink href={`/register/organisations/${number}`}>How it stands on the register today</TextLink>
            </p>
          </>
        }
      >
        <SnapshotView
          snapshot={snapshot}
          type={organisationTypes.find(snapshot.content.organisation.typeCode ?? "")?.name ?? "Not said"}
        />
      </Columns>
    </>
  );
}

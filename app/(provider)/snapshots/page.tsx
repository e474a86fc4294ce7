import { Checkbox } from "@/components/form/choice";
import { Form } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { ResultList } from "@/components/ui/list";
import { EmptyState } from "@/components/ui/message";
import { PageHeader, Section } from "@/components/ui/page";
import { Moment } from "@/components/ui/value";
import { count } from "@/lib/core/values/format";
import { requireMember } from "@/lib/identity/session";
import { mayShare } from "@/lib/register/profile/snapshot/policy";
import { listSnapshots } from "@/lib/register/profile/snapshot/queries";
import { snapshotWords } from "@/lib/register/profile/snapshot/words";
import { take } from "./actions";

export const metadata = { title: "Snapshots of your profile" };

export default async function SnapshotsPage() {
  const actor = await requireMember("provider");
  const snapshots = await listSnapshots(actor);
  const shares = mayShare(actor, actor);

  return (
    <>
      <PageHeader
        title="Snapshots of your profile"
        lead={<p>Answer once, and share it with a buyer as it stood on one day.</p>}
      />
      <Section title="Your snapshots">
        {snapshots.length === 0 ? (
          <EmptyState title="You have none yet">
            <p>{shares ? "Take the first one below." : "Whoever signs for your organisation can take one."}</p>
          </EmptyState>
        ) : (
          <ResultList
            label="Your snapshots"
            items={snapshots.map(({ id, reference, takenAt, shared }) => ({
              id,
              title: reference,
              href: `/snapshots/${id}`,
              under: (
                <>
                  Taken on <Moment at={takenAt} />
                </>
              ),
              facts: [shared === 0 ? "Shared with nobody" : `Shared with ${count(shared, "authority", "authorities")}`],
            }))}
          />
        )}
      </Section>
      {shares && (
        <Section title="Take a snapshot" lead={snapshotWords.what}>
          <p className="mb-6 max-w-measure">{snapshotWords.notIn}</p>
          <Form action={take}>
            <Checkbox name="sure" label="My profile and answers are true today" />
            <Buttons>
              <Submit>Take a snapshot</Submit>
            </Buttons>
          </Form>
        </Section>
      )}
    </>
  );
}

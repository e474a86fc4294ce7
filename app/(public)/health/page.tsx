import type { Metadata } from "next";
import { Notice } from "@/components/ui/message";
import { PageHeader, Prose } from "@/components/ui/page";
import { Facts } from "@/components/ui/summary";
import { readiness } from "@/lib/core/process/readiness";

export const metadata: Metadata = { title: "Is it working?" };

export default async function HealthPage() {
  const { ok, database, migration } = await readiness();
  return (
    <>
      <PageHeader title="Is it working?" lead="How Throughcare is doing at this moment." />
      {ok ? (
        <Notice tone="good" title="Everything is working">
          <p>You can search, apply, buy and sign in.</p>
        </Notice>
      ) : (
        <Notice tone="bad" title="Something is not working">
          <p>Nothing that was saved is lost. Try again in a few minutes.</p>
        </Notice>
      )}
      <Facts
        facts={[
          { label: "Pages", value: "Working" },
          { label: "Database", value: database === "up" ? "Working" : "Not answering" },
          {
            label: "Latest change to the database",
            value: migration.applied === migration.expected ? "In place" : "Not in place yet",
          },
        ]}
      />
      <div className="mt-10">
        <Prose>
          <p>
            For machines: <a href="/health/live">live</a> and <a href="/health/ready">ready</a>.
          </p>
        </Prose>
      </div>
    </>
  );
}

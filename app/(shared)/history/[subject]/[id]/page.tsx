import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AuditLines } from "@/components/agreements/audit-lines";
import { ButtonLink } from "@/components/ui/button";
import { BackLink, PageHeader } from "@/components/ui/page";
import { Stat, Stats } from "@/components/ui/status";
import { findHistory } from "@/lib/core/history/history";
import { count, moment, whole } from "@/lib/core/values/format";
import { subjectName } from "@/lib/openness/event-words";
import { requireAuditor } from "../../reader";

export const metadata: Metadata = { title: "History of a record" };

/** Records with a page of their own that an auditor may open. */
const pages: Readonly<Record<string, string>> = {
  purchase: "/purchases",
  agreement: "/agreements",
  budget: "/budgets",
};

export default async function RecordHistoryPage({ params }: PageProps<"/history/[subject]/[id]">) {
  const { subject, id } = await params;
  const actor = await requireAuditor();
  const lines = await findHistory(actor, { subject, id });
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last) notFound();
  const unsealed = lines.filter(({ position }) => position === null).length;
  const page = pages[subject];

  return (
    <>
      <BackLink href="/history">History</BackLink>
      <PageHeader
        title={`History of ${/^[aeiou]/i.test(subjectName(subject)) ? "an" : "a"} ${subjectName(subject).toLowerCase()}`}
        caption={id}
        action={page && <ButtonLink href={`${page}/${id}`}>Open the record</ButtonLink>}
      />
      <Stats>
        <Stat label="Lines" value={whole(lines.length)} compare={`from ${moment(first.at)}`} />
        <Stat
          label="Sealed"
          value={whole(lines.length - unsealed)}
          compare={unsealed === 0 ? "all of them" : `${count(unsealed, "line")} not yet sealed`}
        />
      </Stats>
      <div className="mt-12">
        <AuditLines lines={lines} label="What happened, the oldest first" />
      </div>
    </>
  );
}

import type { Metadata } from "next";
import { QueueTable } from "@/components/register/steward/queue-table";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { Doors } from "@/components/ui/list";
import { EmptyState } from "@/components/ui/message";
import { PageHeader, Section } from "@/components/ui/page";
import { Stat, Stats } from "@/components/ui/status";
import { count, whole } from "@/lib/core/values/format";
import { reference } from "@/lib/reference/queries";
import { listQueue } from "@/lib/register/application/decision/queries/queue";
import { stewardStatistics } from "@/lib/register/application/decision/queries/statistics";
import { QueueFilter } from "@/lib/register/application/decision/schema";
import { countReviewsDue } from "@/lib/register/membership/queries/waiting";
import { listServicesInReview } from "@/lib/register/service/queries";
import { listReports } from "@/lib/register/standing/queries";
import { requireReader } from "./reader";

export const metadata: Metadata = { title: "Looking after the register" };

export default async function StewardPage() {
  const actor = await requireReader();
  const { on } = await reference();
  const [now, queue, services, reports, reviews] = await Promise.all([
    stewardStatistics(actor),
    listQueue(actor, QueueFilter.parse({})),
    listServicesInReview(actor),
    listReports(actor, { show: "open" }),
    countReviewsDue(actor, on),
  ]);
  const { median, slowest, count: decided } = now.times;

  return (
    <>
      <PageHeader
        title="Looking after the register"
        lead="Admit everyone who meets the conditions, quickly, and always with reasons."
        action={<ButtonLink href="/steward/queue?show=submitted">Open the queue</ButtonLink>}
      />
      <Stats>
        <Stat
          label="Waiting for review"
          value={whole(now.submitted)}
          compare={`${whole(now.inReview)} in review, ${whole(now.clarifying)} with a question, ${whole(now.seconding)} with a second assessor`}
        />
        <Stat label="Late" value={whole(now.overdue)} compare="past their due date" />
        <Stat
          label="Median time to decide"
          value={median ?? "–"}
          unit="working days"
          compare={`${count(decided, "decision")} in 12 months`}
        />
        <Stat label="90th percentile" value={slowest ?? "–"} unit="working days" compare="our promise is 20" />
      </Stats>
      <div className="mt-14">
        <Section title="Due soonest" action={<TextLink href="/steward/queue">The whole queue</TextLink>}>
          {queue.rows.length > 0 ? (
            <QueueTable rows={queue.rows.slice(0, 5)} caption="The five applications due soonest" />
          ) : (
            <EmptyState title="No application is open">A new one appears here as soon as it is sent.</EmptyState>
          )}
        </Section>
        <Section title="Also here">
          <Doors
            doors={[
              {
                title: "Services to check",
                href: "/steward/services",
                children:
                  services.total > 0
                    ? `${count(services.total, "service")} that members have sent or changed.`
                    : "Nothing waits for a check.",
              },
              {
                title: "Members",
                href: "/steward/members",
                children: "Who is a member of which part, and since when.",
              },
              {
                title: "Exclusions to report",
                href: "/steward/reports",
                children:
                  reports.length > 0
                    ? `${count(reports.length, "report")} to send within 30 days of the decision.`
                    : "Nothing has to be reported.",
              },
              {
                title: "Yearly reviews",
                href: "/steward/members?review=due",
                children:
                  reviews > 0
                    ? `${count(reviews, "membership")} to look at again within a month.`
                    : "No membership is due within a month.",
              },
              {
                title: "Statistics",
                href: "/steward/statistics",
                children: "How long decisions take, what is refused and why, and who is admitted.",
              },
              {
                title: "The register",
                href: "/steward/register",
                children: "Its parts, and the conditions that everybody is asked.",
              },
            ]}
          />
        </Section>
      </div>
    </>
  );
}

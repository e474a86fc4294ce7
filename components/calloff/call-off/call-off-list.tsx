import { ResultList } from "@/components/ui/list";
import { Tag } from "@/components/ui/status";
import { Day, Moment, RoundMoney } from "@/components/ui/value";
import { instrumentWords } from "@/lib/calloff/purchase/words";
import type { CallOffSummary } from "@/lib/calloff/record/queries/list";
import { routeWords, stateWords } from "@/lib/calloff/record/words";
import { count } from "@/lib/core/values/format";

/** Call-offs as a list: what each is, how far it is, and the date that matters now. */
export function CallOffList({ rows, own }: { rows: CallOffSummary[]; own: string }) {
  return (
    <ResultList
      label="Call-offs"
      items={rows.map((row) => ({
        id: row.id,
        title: row.title,
        href: `/call-offs/${row.id}`,
        tag: <Tag tone={stateWords[row.state].tone}>{stateWords[row.state].label}</Tag>,
        under: row.organisationId === own ? dateOf(row) : `Led by ${row.organisation.name}`,
        facts: [
          row.reference,
          instrumentWords[row.instrument].label,
          row.route ? routeWords[row.route].label : "No route chosen yet",
          count(row._count.lots, "lot"),
          row.estimatePence > 0n ? <RoundMoney key="estimate" pence={row.estimatePence} /> : "No budget yet",
          ...(row._count.funders > 1 ? [count(row._count.funders, "funder")] : []),
        ],
      }))}
    />
  );
}

/** The one date that somebody looks for. */
function dateOf({ state, createdAt, closesAt, standstillEndsOn, concludedAt, endedAt }: CallOffSummary) {
  if (state === "published" && closesAt)
    return (
      <>
        Closes <Moment at={closesAt} />
      </>
    );
  if (endedAt)
    return (
      <>
        Ended <Day on={endedAt} />
      </>
    );
  if (concludedAt)
    return (
      <>
        Concluded <Day on={concludedAt} />
      </>
    );
  if (state === "standstill" && standstillEndsOn)
    return (
      <>
        Standstill ends <Day on={standstillEndsOn} />
      </>
    );
  if (closesAt && ["closed", "opened", "evaluating", "moderated", "awardProposed", "approved"].includes(state))
    return (
      <>
        Closed <Day on={closesAt} />
      </>
    );
  return (
    <>
      Started <Day on={createdAt} />
    </>
  );
}

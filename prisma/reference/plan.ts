import { canonical } from "../../lib/core/values/canonical";
import { addDays } from "../../lib/core/values/moment";
import type { Day } from "../../lib/reference/calendar";
import type { ReferenceRow } from "../../lib/reference/details";

/** A row that the database holds. */
export type HeldRow = ReferenceRow & { id: string };

/** What has to happen for the database to say what the files say. */
export type Plan = {
  insert: ReferenceRow[];
  /** Rows rewritten where they stand: their order, their last day, or what they said before anybody could read it. */
  amend: HeldRow[];
  close: { id: string; validTo: Day }[];
  /** Rows that were to begin after today and never will. */
  drop: string[];
  added: number;
  changed: number;
  closed: number;
  unchanged: number;
};

/**
 * Compares one list as held with the list as wanted. A changed row is closed and a new one opened, so that what was true
 * on an earlier day can still be read. The order of a list is how it is shown, not a fact, and is rewritten in place.
 */
export function planList(held: readonly HeldRow[], wanted: readonly ReferenceRow[], today: Day): Plan {
  const plan: Plan = { insert: [], amend: [], close: [], drop: [], added: 0, changed: 0, closed: 0, unchanged: 0 };
  for (const code of new Set([...wanted, ...held].map((row) => row.code))) {
    const mine = held.filter((row) => row.code === code);
    const asked = wanted.filter((row) => row.code === code);
    const past = asked.filter((row) => row.validTo !== null);
    for (const row of past) settlePast(plan, mine, row);
    const open = mine.find((row) => row.validTo === null && !past.some(({ validFrom }) => validFrom === row.validFrom));
    const want = asked.find((row) => row.validTo === null);
    if (open && want) settleOpen(plan, { open, want, today });
    else if (want) begin(plan, mine, { want, today });
    else if (open) end(plan, open, today);
  }
  return plan;
}

/** A version whose days are over, as the file tells it. */
function settlePast(plan: Plan, held: readonly HeldRow[], want: ReferenceRow) {
  const found = held.find((row) => row.validFrom === want.validFrom);
  if (!found) {
    plan.insert.push(want);
    plan.added += 1;
  } else if (same(found, want) && found.validTo === want.validTo) {
    keep(plan, found, want);
  } else {
    plan.amend.push({ ...want, id: found.id });
    plan[same(found, want) && found.validTo === null ? "closed" : "changed"] += 1;
  }
}

function settleOpen(plan: Plan, { open, want, today }: { open: HeldRow; want: ReferenceRow; today: Day }) {
  if (same(open, want)) return keep(plan, open, want);
  // The file may date the new version; otherwise it holds from today.
  const from = want.validFrom > open.validFrom ? want.validFrom : today;
  plan.changed += 1;
  // A second correction on the day of the first: nobody could rely on a version that held for less than a day.
  if (from <= open.validFrom) {
    plan.amend.push({ ...want, id: open.id, validFrom: open.validFrom });
  } else {
    plan.close.push({ id: open.id, validTo: addDays(from, -1) });
    plan.insert.push({ ...want, validFrom: from });
  }
}

/** A row that is new, or is back after it was closed. */
function begin(plan: Plan, held: readonly HeldRow[], { want, today }: { want: ReferenceRow; today: Day }) {
  plan.added += 1;
  const later = held.filter(({ validTo }) => validTo !== null && validTo >= want.validFrom);
  const clash = later.find(({ validTo }) => validTo !== null && validTo >= today);
  if (clash) plan.amend.push({ ...want, id: clash.id, validFrom: clash.validFrom });
  else plan.insert.push(later.length > 0 ? { ...want, validFrom: today } : want);
}

function end(plan: Plan, open: HeldRow, today: Day) {
  plan.closed += 1;
  if (open.validFrom > today) plan.drop.push(open.id);
  else plan.close.push({ id: open.id, validTo: open.validFrom < today ? addDays(today, -1) : today });
}

function keep(plan: Plan, held: HeldRow, want: ReferenceRow) {
  plan.unchanged += 1;
  if (held.order !== want.order) plan.amend.push({ ...held, order: want.order });
}

const same = (one: ReferenceRow, other: ReferenceRow) => said(one) === said(other);
const said = ({ name, parentCode, detail }: ReferenceRow) => canonical({ name, parentCode, detail });

import { day, percent, pounds } from "@/lib/core/values/format";
import { addDays, addMonths } from "@/lib/core/values/moment";
import { split } from "@/lib/core/values/share";
import type { Clause } from "./purchase";
import type { Said } from "./said";
import {
  clause,
  conditionsMet,
  namedPartners,
  promisedValue,
  voluntaryShare,
  whatIsDelivered,
  whoPays,
} from "./shared";
import { RESERVE_BP } from "./terms";

/** One payment of a grant: pence, and the day by which it is made. */
export type Tranche = { on: string; pence: bigint };

/** A sum in equal parts, one for each quarter of the term, each in advance: to the penny, with days that are ISO. */
export function tranchesOf(startsOn: string, endsOn: string, totalPence: bigint): Tranche[] {
  const days: string[] = [];
  for (let at = 0, on = startsOn; on <= endsOn && at < 80; at++, on = addMonths(startsOn, at * 3)) days.push(on);
  const on = days.length > 0 ? days : [startsOn];
  const parts = split(
    totalPence,
    on.map(() => 1),
  );
  return on.map((day, at) => ({ on: day, pence: parts[at] ?? 0n }));
}

/** A grant for one lot: money given for a purpose, with what may and may not become of it. */
export const grantClauses = (t: Said): Clause[] => [
  ...clause("The two sides", `${t.buyer} gives a grant. ${t.supplier} receives it.`, whoPays(t)),
  ...whatIsDelivered(t, "Purpose"),
  ...clause(
    "What it may be spent on",
    "The grant is spent on that purpose and on nothing else, after its start and before its end.",
    "It buys no services for the authority. The law on procurement is not about grants (Procurement Act 2023 s3).",
  ),
  ...clause(
    "Amount",
    `The grant is ${t.total} at most. No VAT is due on it.`,
    `It was worked out from ${t.volume} at ${t.unitPrice} each${t.terms.mobilisationPence > 0n ? ", and what is needed for getting ready" : ""}.`,
  ),
  ...clause(
    "When it is paid",
    ...instalments(t),
    "The authority may hold a payment back while a report is late. It says so first.",
  ),
  ...clause(
    "Money not spent",
    `Money that is not spent by ${t.ends} is paid back by ${day(addDays(t.endsOn, 30))}, unless both sides agree another use in writing.`,
  ),
  ...clause(
    "Reserves",
    `No more than ${percent(RESERVE_BP)} of the organisation's yearly income may be put into its reserves from this grant${t.terms.reservePence === null ? "" : `: ${pounds(t.terms.reservePence)}`}.`,
    "What is put into reserves is shown in the report.",
  ),
  ...namedPartners(t, "The same rules hold for money that is passed on."),
  ...voluntaryShare(t),
  ...promisedValue(t),
  ...conditionsMet(t),
  ...clause(
    "Showing what was done",
    "The organisation keeps accounts of the grant. It reports every six months on what it spent and what it achieved.",
    "It lets the authority and its auditors see those accounts when asked.",
  ),
  ...clause(
    "Paying it back",
    "The authority may ask back what was spent on something else, not accounted for, or given because of something untrue.",
    "It first says why, and gives 20 working days to answer. It asks back no more than that part.",
  ),
  ...clause(
    "Ending it",
    "The authority may stop the grant if it is not used for its purpose. It first says why, and gives time to answer.",
    "What was properly spent or promised until then stays covered.",
  ),
  ...clause("In public", "The grant, its amount and its purpose are public."),
];

function instalments({ startsOn, endsOn, totalPence, terms }: Said): string[] {
  const ready = terms.mobilisationPence < totalPence ? terms.mobilisationPence : totalPence;
  const each = tranchesOf(startsOn, endsOn, totalPence - ready);
  return [
    ...(ready > 0n ? [`${pounds(ready)} for getting ready, as soon as both sides have signed.`] : []),
    ...each.map(({ on, pence }) => `${pounds(pence)} by ${day(on)}.`),
  ];
}

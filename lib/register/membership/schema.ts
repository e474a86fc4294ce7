import { z } from "zod";
import { isId } from "@/lib/core/values/id";
import { choice, isoDay, line, reader, text, ticked } from "@/lib/core/values/text";
import type { groundWords } from "./words";

const membershipId = reader((raw, fail) => (isId(raw) ? raw : fail("Choose a membership")));
const reason = text({ min: 20, max: 2000, label: "the reason", message: "Give the reason in 20 characters or more" });

export const grounds = ["excluded", "excludable", "conditions"] as const satisfies (keyof typeof groundWords)[];

export const SuspendInput = z.object({ membershipId, reason, endsOn: isoDay({ label: "the last day" }) });
export const ProposeInput = z.object({
  membershipId,
  ground: choice(grounds, { label: "why it may be removed" }),
  reason,
  endsOn: isoDay({ label: "the last day to answer" }),
});
export const ReasonedInput = z.object({ membershipId, reason });
export const PlainInput = z.object({ membershipId });

export const ReviewInput = z.object({ membershipId, note: text({ min: 0, max: 2000, label: "the note" }) });
export const LeaveInput = z.object({ membershipId, reason: text({ min: 0, max: 1000, label: "the reason" }) });

/** What a member says about a proposal to remove it, and whether that is all. */
export const RepresentInput = z.object({
  membershipId,
  text: text({ min: 20, max: 5000, message: "Write your answer in 20 characters or more" }),
  isLast: ticked(),
});

/** Filters of the members' list, as they stand in the address. */
export const MembersFilter = z.object({
  q: line({ min: 0, max: 100 }).catch(""),
  part: line({ min: 0, max: 4 }).catch(""),
  state: choice(["active", "suspended", "removalProposed", "removed", "lapsed", "left"]).nullable().catch(null),
  /** Only those whose yearly review is due. */
  review: choice(["due"]).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type MembersFilter = z.output<typeof MembersFilter>;

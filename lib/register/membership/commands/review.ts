import "server-only";
import { refuse } from "@/lib/core/door/result";
import { asDate } from "@/lib/core/values/moment";
import { nextReview, reviewHorizon } from "../rules";
import { ReviewInput } from "../schema";
import { load, step, today } from "./step";

/** Records the yearly review of a member with a note, and sets the next in 12 months. Refuses one that is not due within 30 days. */
export const reviewMembership = step("review", {
  input: ReviewInput,
  load,
  run: async ({ tx, now }, { id }, { note }) => {
    const on = today({ now });
    const before = await tx.membership.findUniqueOrThrow({ where: { id }, select: { reviewDueOn: true } });
    if (before.reviewDueOn > asDate(reviewHorizon(on)))
      refuse("conflict", "This review is not due within 30 days. A colleague may have just done it.");
    const reviewDueOn = nextReview(on);
    await tx.membership.update({
      where: { id },
      data: { reviewedAt: now, reviewNote: note || null, reviewDueOn: asDate(reviewDueOn) },
    });
    return { reviewDueOn };
  },
});

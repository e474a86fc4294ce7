import { addDays, addMonths } from "@/lib/core/values/moment";

/** The Act asks for a reasonable opportunity to answer. It names no number: this one is ours. */
export const DAYS_TO_ANSWER = 14;
export const MONTHS_TO_REVIEW = 12;
/** A suspension is for putting things right, so it ends. */
export const LONGEST_SUSPENSION_MONTHS = 12;

/** The first day that may be given for answering a proposal to remove. */
export const firstAnswerDay = (today: string) => addDays(today, DAYS_TO_ANSWER);
export const nextReview = (today: string) => addMonths(today, MONTHS_TO_REVIEW);
export const lastSuspensionDay = (today: string) => addMonths(today, LONGEST_SUSPENSION_MONTHS);

/** Whether a removal can be decided: the last day given to answer is over in full, or the member has said that this is all. */
export const mayBeRemoved = (endsOn: string | null, today: string, saidAll = false) =>
  saidAll || endsOn === null || today > endsOn;

/** Whether what was said since a moment includes that there is nothing more to say. */
export const saidAll = (said: readonly { madeAt: Date; isLast: boolean }[], since: Date) =>
  said.some(({ madeAt, isLast }) => isLast && madeAt >= since);

/** How long before its day a yearly review is on the list, in days. */
export const REVIEW_AHEAD_DAYS = 30;
/** The last day on which a review can be due to be done today. */
export const reviewHorizon = (today: string) => addDays(today, REVIEW_AHEAD_DAYS);

import { addDays, addMonths } from "@/lib/core/moment";

/** The Act asks for a reasonable opportunity to answer. It names no number: this one is ours. */
export const DAYS_TO_ANSWER = 14;
export const MONTHS_TO_REVIEW = 12;
/** A suspension is for putting things right, so it ends. */
export const LONGEST_SUSPENSION_MONTHS = 12;

/** The first day that may be given for answering a proposal to remove. */
export const firstAnswerDay = (today: string) => addDays(today, DAYS_TO_ANSWER);
export const nextReview = (today: string) => addMonths(today, MONTHS_TO_REVIEW);
export const lastSuspensionDay = (today: string) => addMonths(today, LONGEST_SUSPENSION_MONTHS);

/** Whether the time to answer is over: the last day given counts in full. */
export const mayBeRemoved = (endsOn: string | null, today: string) => endsOn === null || today > endsOn;

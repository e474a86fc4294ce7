import type { CallOffRoute, Instrument } from "@/lib/core/prisma/enums";
import type { CallOffKindCode } from "@/lib/register/notice/words";

/**
 * The notice that publishing owes by its route: a tender notice for competitions (Procurement Act 2023 s21 and s87), a
 * transparency notice for a direct award (s44), our own for a grant round, and none where suppliers are only invited.
 */
export const noticeToPublish: Record<CallOffRoute, CallOffKindCode | null> = {
  quotes: null,
  belowThreshold: "UK4",
  marketCompetition: "UK4",
  directAward: "UK5",
  grantRound: "GRANT",
  directGrant: null,
};

/**
 * The notice that ending without an award owes: a procurement termination notice (s55) where a notice said that it began and
 * the procurement is `covered`, that is at or above the threshold; our own for a grant round. Below the threshold the Act asks
 * for none, and the page of the opportunity says it; what was never advertised ends without a word in public.
 */
export function noticeToEnd(route: CallOffRoute | null, { covered }: { covered: boolean }): CallOffKindCode | null {
  const began = route && noticeToPublish[route];
  if (!began || began === "GRANT") return began;
  return covered ? "UK12" : null;
}

/**
 * The notice that says who won: a contract award notice (s50) where the procurement is `covered`; one of our own below the
 * threshold, where the Act asks for none; and our own for a grant.
 */
export function noticeToAward(instrument: Instrument, { covered }: { covered: boolean }): CallOffKindCode {
  if (instrument === "grant") return "GRANT";
  return covered ? "UK6" : "AWARD";
}

/**
 * The notice that a signed contract owes: contract details (s53) where the procurement is `covered`, and below the threshold
 * from the amount from which it is `notifiable` (s87); none below that, and none for a grant.
 */
export function noticeToSign(
  instrument: Instrument,
  { covered, notifiable }: { covered: boolean; notifiable: boolean },
): CallOffKindCode | null {
  return instrument !== "grant" && (covered || notifiable) ? "UK7" : null;
}

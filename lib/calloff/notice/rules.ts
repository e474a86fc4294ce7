import type { CallOffRoute } from "@/lib/core/prisma/enums";
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
 * The notice that ending without an award owes: a procurement termination notice (s55) where a tender or transparency
 * notice was published, below the threshold too although the Act does not ask for it there; our own for a grant round; and
 * none for what was never advertised.
 */
export const noticeToEnd: Record<CallOffRoute, CallOffKindCode | null> = {
  quotes: null,
  belowThreshold: "UK12",
  marketCompetition: "UK12",
  directAward: "UK12",
  grantRound: "GRANT",
  directGrant: null,
};

import { type Actor, actsFor, holds } from "@/lib/core/actor";
import type { Prisma } from "@/lib/core/prisma/client";
import type { CallOffState } from "@/lib/core/prisma/enums";

export type BoardFacts = {
  organisationId: string;
  state: CallOffState;
  engagementOpenedAt: Date | null;
  publishedAt: Date | null;
};

/** States in which the market may still be talked to: a board closes when the competition opens. */
const early: readonly CallOffState[] = ["draft", "conflictsAssessed", "funded"];

/** Whether the board takes words now. It opens once, and is closed from publication on, or when the call-off is given up. */
export const isOpen = ({ state, engagementOpenedAt, publishedAt }: Omit<BoardFacts, "organisationId">): boolean =>
  engagementOpenedAt !== null && publishedAt === null && early.includes(state);

/** Whether a board may be opened for this call-off now. */
export const mayOpenBoard = ({ state, engagementOpenedAt }: Omit<BoardFacts, "organisationId" | "publishedAt">) =>
  engagementOpenedAt === null && early.includes(state);

/** Who may speak: anybody at a provider organisation, and the officers of the authority itself. */
export const mayPost = (actor: Actor, { organisationId }: Pick<BoardFacts, "organisationId">): boolean =>
  holds(actor, "provider", "editor", "signatory") ||
  (holds(actor, "authority", "commissioner") && actsFor(actor, organisationId));

/** Boards that were opened, for everyone: they stay readable when the competition has begun. */
export const boardVisibleTo = (_actor: Actor): Prisma.CallOffWhereInput => ({ engagementOpenedAt: { not: null } });

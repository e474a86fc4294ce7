import type { CallOffState } from "@/lib/core/prisma/enums";

/** Whether tenders were still sealed when a call-off ended, so that nobody may ever read them. */
export const staysSealed = (state: CallOffState): boolean => state === "closed";

/** Whether a call-off can be found unsuccessful: no tender came, or they were read and none is suitable. */
export const mayBeUnsuccessful = (state: CallOffState, tenders: number): boolean => state !== "closed" || tenders === 0;

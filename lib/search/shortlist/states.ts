import { type EventOf, machine } from "@/lib/core/door/machine";
import type { ShortlistState } from "@/lib/core/prisma/enums";

/** A shortlist is worked on, and then fixed for good. */
export const shortlist = machine<ShortlistState>()({
  open: { freeze: "frozen" },
  frozen: {},
});

export type ShortlistEvent = EventOf<typeof shortlist>;

import { type EventOf, machine } from "@/lib/core/door/machine";
import type { ChallengeState } from "@/lib/core/prisma/enums";

/** A challenge to an award. While one is open, nothing is concluded. */
export const challenge = machine<ChallengeState>()({
  open: { uphold: "upheld", dismiss: "dismissed", withdraw: "withdrawn" },
  upheld: {},
  dismissed: {},
  withdrawn: {},
});

export type ChallengeEvent = EventOf<typeof challenge>;

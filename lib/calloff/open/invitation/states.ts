import { type EventOf, machine } from "@/lib/core/door/machine";
import type { InvitationState } from "@/lib/core/prisma/enums";

/** What an invited organisation has said. Until the close it may change its mind; at the close silence is written down. */
export const invitation = machine<InvitationState>()({
  invited: { intend: "intends", decline: "declined", close: "noAnswer" },
  intends: { decline: "declined" },
  declined: { intend: "intends" },
  noAnswer: {},
});

export type InvitationEvent = EventOf<typeof invitation>;

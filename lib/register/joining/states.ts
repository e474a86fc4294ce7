import { type EventOf, machine } from "@/lib/core/door/machine";
import type { JoinRequestState } from "@/lib/core/prisma/enums";

/** A request to join an organisation waits until a signatory answers, or until whoever asked takes it back. */
export const joinRequest = machine<JoinRequestState>()({
  waiting: { approve: "approved", refuse: "refused", withdraw: "withdrawn" },
  approved: {},
  refused: {},
  withdrawn: {},
});

export type JoinRequestEvent = EventOf<typeof joinRequest>;

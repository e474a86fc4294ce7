import { type EventOf, machine } from "@/lib/core/door/machine";
import type { AgreementState } from "@/lib/core/prisma/enums";

/** A contract or a grant, from its signing to its end. */
export const agreement = machine<AgreementState>()({
  drafting: { sign: "signed", terminate: "terminated" },
  signed: { mobilise: "mobilising" },
  mobilising: { goLive: "live", terminate: "terminated" },
  live: { expire: "expiring", terminate: "terminated" },
  expiring: { end: "ended", terminate: "terminated" },
  ended: {},
  terminated: {},
});

export type AgreementEvent = EventOf<typeof agreement>;

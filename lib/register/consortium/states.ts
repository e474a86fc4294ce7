import { type EventOf, machine } from "@/lib/core/door/machine";
import type { ConsortiumState } from "@/lib/core/prisma/enums";

/** Members who deliver together, from the first question to the partners until it ends. */
export const consortium = machine<ConsortiumState>()({
  forming: { form: "formed", withdraw: "withdrawn" },
  formed: { dissolve: "dissolved" },
  dissolved: {},
  withdrawn: {},
});

export type ConsortiumEvent = EventOf<typeof consortium>;

import { type EventOf, machine } from "@/lib/core/door/machine";
import type { CallOffState } from "@/lib/core/prisma/enums";

/**
 * A call-off, from the need to the award. Before the close it can be withdrawn; after it, cancelled, or found unsuccessful
 * when no tender came or none was suitable. `reconsider` takes a proposed or notified award back to the moderated scores.
 */
export const callOff = machine<CallOffState>()({
  draft: { assessConflicts: "conflictsAssessed", withdraw: "withdrawn" },
  conflictsAssessed: { fund: "funded", revise: "draft", withdraw: "withdrawn" },
  funded: { publish: "published", revise: "draft", withdraw: "withdrawn" },
  published: { close: "closed", withdraw: "withdrawn" },
  closed: { open: "opened", cancel: "cancelled", fail: "unsuccessful" },
  opened: { evaluate: "evaluating", cancel: "cancelled", fail: "unsuccessful" },
  evaluating: { moderate: "moderated", cancel: "cancelled", fail: "unsuccessful" },
  moderated: { proposeAward: "awardProposed", cancel: "cancelled", fail: "unsuccessful" },
  awardProposed: { approve: "approved", reconsider: "moderated", cancel: "cancelled" },
  approved: { notify: "notified", cancel: "cancelled" },
  notified: { standStill: "standstill", reconsider: "moderated", cancel: "cancelled" },
  standstill: { conclude: "concluded", reconsider: "moderated", cancel: "cancelled" },
  concluded: {},
  withdrawn: {},
  cancelled: {},
  unsuccessful: {},
});

export type CallOffEvent = EventOf<typeof callOff>;

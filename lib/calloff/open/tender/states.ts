import { type EventOf, machine } from "@/lib/core/door/machine";
import type { TenderState } from "@/lib/core/prisma/enums";

/**
 * A tender. Replacing one is another submission of the same tender. A withdrawn tender can be taken up again until the
 * close. One of an organisation that may not be considered (s34, or a condition not met) is disregarded, with a reason.
 */
export const tender = machine<TenderState>()({
  draft: { submit: "submitted", withdraw: "withdrawn" },
  submitted: { withdraw: "withdrawn", open: "opened" },
  opened: { assess: "assessed", disregard: "disregarded" },
  assessed: { win: "successful", lose: "unsuccessful" },
  successful: { reconsider: "assessed" },
  unsuccessful: { reconsider: "assessed" },
  disregarded: {},
  withdrawn: { resume: "draft" },
});

export type TenderEvent = EventOf<typeof tender>;

import type { ApprovalState } from "@/lib/core/prisma/enums";
import type { Tone } from "@/lib/core/values/tone";
import type { ApprovalEvent } from "./states";

/** What people read for each state: its name, and one line that explains it. */
export const stateWords: Record<ApprovalState, { label: string; tone: Tone; meaning: string }> = {
  waiting: { label: "Waiting", tone: "wait", meaning: "Nobody has answered for this organisation yet." },
  approved: { label: "Approved", tone: "good", meaning: "The share is set aside, by financial year." },
  refused: { label: "Refused", tone: "bad", meaning: "This organisation will not pay its share." },
};

/** What each act is called on its button, and in a timeline once it is done. */
export const eventWords: Record<ApprovalEvent, { act: string; done: string }> = {
  approve: { act: "Approve this share", done: "A share was approved" },
  refuse: { act: "Refuse this share", done: "A share was refused" },
};

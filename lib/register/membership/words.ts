import type { MembershipState, RemovalGround } from "@/lib/core/prisma/enums";
import type { Tone } from "@/lib/core/values/tone";
import type { MembershipEvent } from "./states";

/** What people read for each state: its name, and one line that explains it. */
export const stateWords: Record<MembershipState, { label: string; tone: Tone; meaning: string }> = {
  active: { label: "Member", tone: "good", meaning: "Buyers can find its services in this part and buy them." },
  suspended: {
    label: "Suspended",
    tone: "wait",
    meaning: "Its services in this part are hidden until the date shown. Then they come back by themselves.",
  },
  removalProposed: {
    label: "Removal considered",
    tone: "wait",
    meaning: "It has been told why, and can answer until the date shown. Its services in this part are hidden.",
  },
  removed: { label: "Removed", tone: "bad", meaning: "It is no longer a member of this part. It can apply again." },
  left: { label: "Left", tone: "neutral", meaning: "It chose to leave this part. It can apply again on any day." },
  lapsed: {
    label: "Lapsed",
    tone: "neutral",
    meaning: "An answer is out of date, so its services in this part are hidden until it is renewed.",
  },
};

/** What each act is called on its button, in a timeline once it is done, and what it does to whom. */
export const eventWords: Record<
  MembershipEvent,
  { act: string; done: string; happens: string; told: string; forGood: string | null }
> = {
  suspend: {
    act: "Suspend",
    done: "Suspended",
    happens:
      "Its services in this part are hidden from buyers at once. They come back by themselves on the date you give.",
    told: "The organisation's people, with your reason.",
    forGood: null,
  },
  resume: {
    act: "End the suspension",
    done: "Suspension ended",
    happens: "Its services in this part can be found and bought again at once.",
    told: "The organisation's people.",
    forGood: null,
  },
  proposeRemoval: {
    act: "Propose removal",
    done: "Removal proposed",
    happens:
      "The organisation is told why, and can answer until the date you give. Its services in this part are hidden until then.",
    told: "The organisation's people, with your reason and the date.",
    forGood: null,
  },
  remove: {
    act: "Remove",
    done: "Removed",
    happens: "The organisation is no longer a member of this part. Agreements that stand are not changed.",
    told: "The organisation's people, with your reasons.",
    forGood: "The removal stays in the record. The organisation can come back only by applying again.",
  },
  keep: {
    act: "Keep as a member",
    done: "Kept as a member",
    happens: "The organisation stays a member. Its services in this part can be found and bought again at once.",
    told: "The organisation's people, with your reasons.",
    forGood: null,
  },
  removeDebarred: {
    act: "Remove because it is debarred",
    done: "Removed: debarred",
    happens: "The law says that it must be removed. It is no longer a member of this part, at once.",
    told: "The organisation's people, with the entry on the debarment list.",
    forGood: "The removal stays in the record. It cannot be admitted while it is listed.",
  },
  review: {
    act: "Record the yearly review",
    done: "Reviewed",
    happens: "The next review is due in 12 months. The organisation stays a member.",
    told: "Nobody. It is in the record.",
    forGood: null,
  },
  leave: {
    act: "Leave this part",
    done: "Left",
    happens: "Your services in this part are hidden from buyers at once. Agreements that stand are not changed.",
    told: "The stewards.",
    forGood: "You can come back only by applying again.",
  },
  lapse: {
    act: "Mark as lapsed",
    done: "Lapsed",
    happens: "Its services in this part are hidden from buyers at once, until the membership is renewed.",
    told: "The organisation's people, with your reason.",
    forGood: null,
  },
  renew: {
    act: "Renew",
    done: "Renewed",
    happens: "Its services in this part can be found and bought again. The next review is in 12 months.",
    told: "The organisation's people.",
    forGood: null,
  },
  readmit: {
    act: "Admit again",
    done: "Admitted again",
    happens: "The organisation is a member of this part again.",
    told: "The organisation's people.",
    forGood: null,
  },
};

/** Why a member may be removed (Procurement Act 2023, section 37(2)). Who is debarred must be removed, and has an act of its own. */
export const groundWords: Record<RemovalGround, { label: string; hint: string }> = {
  excluded: {
    label: "A mandatory exclusion ground applies, and could happen again",
    hint: "You may remove it. The removal is reported within 30 days.",
  },
  excludable: {
    label: "A discretionary exclusion ground applies, or did when it joined",
    hint: "You may remove it. The removal is reported within 30 days.",
  },
  conditions: {
    label: "It no longer meets a condition",
    hint: "You may remove it. A suspension gives it time to put things right.",
  },
};

/** What a member is told about each standing, and what it can do. */
export const ownWords: Record<MembershipState, string> = {
  active: "Buyers can find your services in this part and buy them.",
  suspended: "Your services in this part are hidden until the date shown. Then they come back by themselves.",
  removalProposed: "We may remove you from this part. Read why, and tell us your side.",
  removed: "You are no longer a member of this part. You can apply again on any day.",
  lapsed: "An answer is out of date, so your services in this part are hidden. Bring it up to date to be renewed.",
  left: "You chose to leave this part. You can apply again on any day.",
};

/** Events of a membership that are no move. */
const otherDone: Record<string, string> = {
  represent: "The member answered the proposal",
  raise: "Raised to a higher value band",
};

/** A line of the audit as people read it: `membership.suspend` is "Suspended". */
export function eventDone(event: string): string {
  const verb = event.replace("membership.", "");
  return Object.entries(eventWords).find(([name]) => name === verb)?.[1].done ?? otherDone[verb] ?? "Membership began";
}

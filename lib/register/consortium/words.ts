import type { ConsortiumState, PartnerState } from "@/lib/core/prisma/enums";
import type { Tone } from "@/lib/core/values/tone";
import type { PartnerEvent } from "./partner/states";
import type { ConsortiumEvent } from "./states";

type Words = { label: string; tone: Tone; meaning: string };

/** What people read for each state: its name, and one line that explains it. */
export const stateWords: Record<ConsortiumState, Words> = {
  forming: {
    label: "Being formed",
    tone: "wait",
    meaning: "It stands as soon as every partner has agreed to its share.",
  },
  formed: {
    label: "Formed",
    tone: "good",
    meaning: "It can offer services, in the parts where every partner is a member.",
  },
  dissolved: {
    label: "Ended",
    tone: "neutral",
    meaning: "Its services are hidden. Agreements that stand are not changed.",
  },
  withdrawn: { label: "Given up", tone: "neutral", meaning: "It was given up before every partner had agreed." },
};

export const partnerWords: Record<PartnerState, Words> = {
  invited: { label: "Asked", tone: "wait", meaning: "One of its signatories has to agree or decline." },
  agreed: { label: "Agreed", tone: "good", meaning: "One of its signatories has agreed to this share." },
  declined: { label: "Declined", tone: "bad", meaning: "It does not want this share. Change the plan, or ask again." },
  left: { label: "Left", tone: "neutral", meaning: "It had agreed, and then left." },
};

type Act = { act: string; done: string; happens: string[]; told: string; forGood: string | null };

/** What each act is called on its button, in a timeline once it is done, and what it does to whom. */
export const eventWords: Record<ConsortiumEvent | PartnerEvent, Act> = {
  form: {
    act: "Form the consortium",
    done: "Formed",
    happens: ["It becomes a member of the parts that its partners share."],
    told: "Every partner.",
    forGood: null,
  },
  withdraw: {
    act: "Give it up",
    done: "Given up",
    happens: ["The consortium is not formed. Nothing else changes for any partner."],
    told: "Every partner.",
    forGood: "This plan cannot be taken up again. You can start another at any time.",
  },
  dissolve: {
    act: "End the consortium",
    done: "Ended",
    happens: [
      "Its services are hidden from buyers at once, and it leaves every part of the register.",
      "Agreements that stand are not changed.",
    ],
    told: "Every partner, with your reason. A notice says that it has left.",
    forGood: "It cannot be brought back. You can form another.",
  },
  agree: {
    act: "Agree to your share",
    done: "Agreed to its share",
    happens: [
      "Your organisation is a partner, with the share shown.",
      "When you are the last to agree, the consortium is formed at once.",
    ],
    told: "The lead and the other partners.",
    forGood: "You sign for your share. You can leave later, and then the consortium ends.",
  },
  decline: {
    act: "Decline",
    done: "Declined",
    happens: ["The consortium is not formed with this share. The lead can change the plan and ask again."],
    told: "The lead, with your reason.",
    forGood: null,
  },
  leave: {
    act: "Leave the consortium",
    done: "Left the consortium",
    happens: [
      "While it is being formed, the lead has to change the plan.",
      "Once it is formed, its shares no longer add up, so it ends: its services are hidden at once.",
    ],
    told: "Every partner, with your reason.",
    forGood: "A consortium that has ended cannot be brought back.",
  },
  askAgain: {
    act: "Ask again",
    done: "Asked again",
    happens: ["It is asked again to agree to the same share."],
    told: "Its people.",
    forGood: null,
  },
};

import { eventWords as agreementEvents, draftWords as draftedEvents } from "@/lib/agreements/words";
import { eventWords as approvalEvents } from "@/lib/calloff/approval/words";
import { conflictEventWords } from "@/lib/calloff/before/conflicts/words";
import { engagementEventWords } from "@/lib/calloff/before/engagement/words";
import { eventWords as fundingEvents, fundingEventWords } from "@/lib/calloff/before/funding/words";
import { needEvents } from "@/lib/calloff/before/need/words";
import { budgetEventWords } from "@/lib/calloff/budget/words";
import { eventWords as challengeEvents, recorded as challengeRecorded } from "@/lib/calloff/decide/challenge/words";
import { openingEventWords } from "@/lib/calloff/decide/opening/words";
import { scoringEventWords } from "@/lib/calloff/decide/scoring/words";
import { amendmentEvents } from "@/lib/calloff/open/amendment/words";
import { clarificationEvents } from "@/lib/calloff/open/clarification/words";
import { eventWords as invitationEvents } from "@/lib/calloff/open/invitation/words";
import { watchEvents } from "@/lib/calloff/open/opportunity/words";
import { eventWords as partnerEvents } from "@/lib/calloff/open/partner/words";
import { publishEvents } from "@/lib/calloff/open/publish/words";
import { eventWords as tenderEvents, tenderEventWords } from "@/lib/calloff/open/tender/words";
import { draftWords, eventWords as purchaseEvents } from "@/lib/calloff/purchase/words";
import { eventWords as callOffEvents } from "@/lib/calloff/record/words";
import { routeEventWords } from "@/lib/calloff/route/chooser-words";
import { eventWords as applicationEvents } from "@/lib/register/application/words";
import { eventWords as connectionEvents } from "@/lib/register/connection/words";
import { evidenceEvents } from "@/lib/register/evidence/words";
import { eventWords as joinEvents } from "@/lib/register/joining/words";
import { eventWords as listingEvents } from "@/lib/register/listing/words";
import { eventWords as marketEvents } from "@/lib/register/market/words";
import { snapshotEvents } from "@/lib/register/profile/snapshot/words";
import { rateEventWords } from "@/lib/register/service/rates/words";
import { eventWords as serviceEvents } from "@/lib/register/service/words";
import { savedEvents } from "@/lib/search/saved/words";
import { plainEvents, plainSubjects } from "./plain-events";

/** What each kind of record is called in a history. */
export const subjectWords: Readonly<Record<string, string>> = {
  ...plainSubjects,
  agreement: "Agreement",
  allowance: "Yearly limit",
  application: "Application",
  approval: "Share of a purchase",
  budget: "Budget",
  evidence: "File",
  callOff: "Call-off",
  challenge: "Challenge to an award",
  clarification: "Question",
  connection: "Connected persons",
  funding: "Funder of a call-off",
  invitation: "Invitation",
  opportunityWatch: "Alerts of opportunities",
  joinRequest: "Request to join",
  listing: "Public register",
  membership: "Membership",
  notice: "Notice",
  organisation: "Organisation",
  person: "Person",
  profile: "Profile",
  profileAnswer: "Answer",
  provider: "Organisation profile",
  purchase: "Purchase",
  rateCard: "Rate card",
  register: "Register",
  savedSearch: "Saved search",
  seat: "Role",
  service: "Service",
  shortlist: "Shortlist",
  snapshot: "Profile snapshot",
  tender: "Tender",
  tenderPartner: "Sub-contractor of a tender",
  user: "Person",
};

const told = (subject: string, events: Readonly<Record<string, string | { done: string }>>): [string, string][] =>
  Object.entries(events).map(([event, words]) => [
    `${subject}.${event}`,
    typeof words === "string" ? words : words.done,
  ]);

const known = new Map<string, string>([
  ...Object.entries(plainEvents),
  ...told("application", applicationEvents),
  ...told("register", { ...marketEvents, establish: "It was set up" }),
  ["notice.publish", "A notice was published"],
  ...told("service", { ...serviceEvents, ...rateEventWords }),
  ...told("joinRequest", joinEvents),
  ...told("listing", listingEvents),
  ...Object.entries(connectionEvents),
  ...told("evidence", evidenceEvents),
  ...told("snapshot", snapshotEvents),
  ["profileAnswer.give", "An answer was given"],
  ["profileAnswer.renew", "An answer was given again with a newer file"],
  ["profileAnswer.remind", "People were reminded that an answer runs out"],
  ["organisation.change", "The name, address or numbers were changed"],
  ...told("purchase", { ...purchaseEvents, ...draftWords }),
  ...told("approval", approvalEvents),
  ...told("callOff", { ...callOffEvents, ...needEvents }),
  ...told("budget", { ...budgetEventWords, commit: "Money was set aside", release: "Money was let go" }),
  ["organisation.confirmServices", "All services were confirmed"],
  ["allowance.set", budgetEventWords.setAllowance],
  ...told("savedSearch", savedEvents),
  ...told("tender", { ...tenderEvents, ...tenderEventWords }),
  ...told("tenderPartner", partnerEvents),
  ...told("challenge", { ...challengeEvents, record: challengeRecorded }),
  ...told("agreement", { ...agreementEvents, ...draftedEvents, sign: "Signed, and binding" }),
  ...told("callOff", { ...amendmentEvents, ...publishEvents }),
  ...told("invitation", invitationEvents),
  ...told("clarification", clarificationEvents),
  ...told("opportunityWatch", watchEvents),
  ...told("callOff", { ...conflictEventWords, ...engagementEventWords, ...routeEventWords }),
  ...told("funding", { ...fundingEvents, ...fundingEventWords }),
  ...Object.entries({ ...openingEventWords, ...scoringEventWords }),
  ["callOff.drawUp", "Its agreements were drawn up"],
]);

/** Whether somebody has said in words what an event is. */
export const hasWords = (event: string): boolean => known.has(event);

/** What happened, in words: a room's own, or else the event's name read aloud. */
export const eventSentence = (event: string): string => known.get(event) ?? aloud(event);

/** What happened, for a line that names the record beside it. */
export const eventVerb = (event: string): string => known.get(event) ?? sentence(spaced(event.split(".")[1] ?? ""));

/** What a kind of record is called; its own name read aloud where we have no word for it. */
export const subjectName = (subject: string): string => subjectWords[subject] ?? sentence(spaced(subject));

function aloud(event: string): string {
  const [subject = "", verb = ""] = event.split(".");
  return `${subjectName(subject)}: ${spaced(verb)}`;
}

const spaced = (name: string) => name.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

import type { Actor } from "@/lib/core/actor";
import type { Refusal } from "@/lib/core/door/result";
import type { NavItem } from "@/lib/core/frame";
import type { OrganisationKind, Role } from "@/lib/core/prisma/enums";
import { listed } from "@/lib/core/values/format";
import { invitationDays, linkMinutes } from "./rules";

const home: NavItem = { href: "/home", label: "Home" };
const register: NavItem = { href: "/register", label: "Register" };
const awards: NavItem = { href: "/awards", label: "Awards" };
const agreements: NavItem = { href: "/agreements", label: "Agreements" };
const coverage: NavItem = { href: "/coverage", label: "Coverage" };

const callOffs: NavItem = { href: "/call-offs", label: "Call-offs" };
const opportunities: NavItem = { href: "/opportunities", label: "Opportunities" };

const find: NavItem = { href: "/find", label: "Find services" };
const everybody: NavItem[] = [find, register, opportunities, awards, coverage, { href: "/join", label: "Join" }];

const places: Record<Actor["kind"], NavItem[]> = {
  visitor: everybody,
  system: everybody,
  person: [home, ...everybody],
  provider: [
    home,
    { href: "/apply", label: "Application" },
    { href: "/membership", label: "Membership" },
    { href: "/services", label: "Services" },
    { href: "/offers", label: "Offers" },
    opportunities,
    { href: "/tenders", label: "Tenders" },
    agreements,
  ],
  authority: [
    home,
    { href: "/find", label: "Find" },
    { href: "/shortlists", label: "Shortlists" },
    { href: "/purchases", label: "Purchases" },
    callOffs,
    { href: "/budgets", label: "Budgets" },
    agreements,
  ],
  steward: [
    home,
    { href: "/steward/queue", label: "Queue" },
    { href: "/steward/members", label: "Members" },
    { href: "/steward/register", label: "Register" },
    { href: "/authorities", label: "Authorities" },
  ],
  investor: [home, find, awards, coverage],
};

/** Where each kind of person goes from the header; an auditor also reads the file of every call-off, and histories. */
export function navigation(kind: Actor["kind"], auditor = false): NavItem[] {
  if (!auditor) return places[kind];
  const files = kind === "authority" ? [] : [callOffs];
  return [...places[kind], ...files, { href: "/history", label: "History" }];
}

export const demoBanner = {
  text: "This is a demo. The people, charities and authorities here are invented.",
  link: { href: "/demo", label: "Be somebody else" },
};

export const awayBanner = {
  text: "We cannot reach our records just now. Nothing is lost. Try again in a few minutes.",
};

/** What people call each role, and what it lets somebody do. */
export const roles: Record<Role, { label: string; does: string }> = {
  editor: { label: "Editor", does: "Writes answers, services and prices." },
  signatory: { label: "Signatory", does: "Declares, submits, accepts offers and looks after colleagues." },
  commissioner: { label: "Commissioner", does: "Searches, shortlists and proposes purchases." },
  approver: { label: "Approver", does: "Approves purchases and sets budgets. Never approves their own proposal." },
  evaluator: { label: "Evaluator", does: "Scores tenders." },
  practitioner: { label: "Practitioner", does: "Finds services for people they support." },
  assessor: { label: "Assessor", does: "Checks applications and decides them." },
  admin: { label: "Administrator", does: "Looks after colleagues and settings." },
  auditor: { label: "Auditor", does: "Reads every history and changes nothing." },
  viewer: { label: "Viewer", does: "Reads and changes nothing." },
};

/** Roles in a sentence: "Editor and Signatory". */
export const roleList = (held: readonly Role[]) => listed(held.map((role) => roles[role].label));

/** What each kind of organisation is called, to group people by. */
export const kinds: Record<OrganisationKind, { several: string; does: string }> = {
  provider: { several: "Charities and other providers", does: "They run services, and sell them here." },
  authority: { several: "Authorities", does: "They find services and buy them with public money." },
  steward: { several: "Stewards of the register", does: "They check applications and decide who is on the register." },
  investor: { several: "Investors", does: "They put money behind outcomes." },
};

/** The e-mail that signs somebody in. It says nothing of whether we know them. */
export const signInMail = (address: string) => ({
  subject: "Sign in to Throughcare",
  text: `Press this link to sign in to Throughcare. It works once, for ${linkMinutes} minutes.\n\n${address}\n\nIf you did not ask for it, do nothing. Nobody can sign in without this link.\n`,
});

/** The e-mail that offers somebody a seat. */
export const invitationMail = (organisation: string, offered: readonly Role[]) => ({
  subject: `You are invited to join ${organisation} on Throughcare`,
  text: `${organisation} invites you to join them on Throughcare as ${roleList(offered)}.\n\nSign in with this e-mail address within ${invitationDays} days to accept:\n\n{origin}/sign-in?next=/invitations\n`,
});

/** Why somebody came back from sign-in with nothing, by next-auth's word for it. All unknown words read alike. */
export function signInProblem(code: string | undefined): { title: string; text: string } | null {
  if (!code) return null;
  if (code === "Verification") return problems.spent;
  if (code === "AccessDenied" || code === "OAuthAccountNotLinked") return problems.refused;
  return problems.other;
}

const problems = {
  spent: {
    title: "This link no longer works",
    text: `A link works once, for ${linkMinutes} minutes. Ask for a new one below.`,
  },
  refused: {
    title: "You could not be signed in",
    text: "This account is not open here, or its address is not proved. Ask your administrator to invite you.",
  },
  other: { title: "You could not be signed in", text: "Something went wrong on the way. Please try again." },
};

/** Said to somebody who has tried too often. It comes back with what they typed. */
export const tooMany = (retryAfter: number, more = ""): Refusal => ({
  kind: "conflict",
  message: `This was tried too often. Wait ${waitInWords(retryAfter)}, then try again.${more && ` ${more}`}`,
});

const waitInWords = (seconds: number) => (seconds <= 60 ? "a minute" : `${Math.ceil(seconds / 60)} minutes`);

/** Roles as the boxes of a form. */
export const roleOptions = (offered: readonly Role[]) =>
  offered.map((role) => ({ value: role, label: roles[role].label, hint: roles[role].does }));

const done: Record<string, string> = {
  invited: "The invitation is on its way",
  withdrawn: "The invitation is withdrawn",
  changed: "Their roles are changed, and they are told",
  removed: "They no longer act for this organisation",
  reset: "Their second step is reset",
  stopped: "The account is stopped",
  reopened: "The account is open again",
  entered: "The authority is here, and its administrator is invited",
};

/** What has just been done on the list of people, by the word in its address. */
export const peopleDone = (word: string | undefined): string | null =>
  word && Object.hasOwn(done, word) ? (done[word] ?? null) : null;

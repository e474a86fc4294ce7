import type { Actor } from "@/lib/core/actor";
import { listed } from "@/lib/core/format";
import type { Role } from "@/lib/core/prisma/enums";

/** A way to go from the header; `count` is how much waits there. */
export type NavItem = { href: string; label: string; count?: number };

const home: NavItem = { href: "/home", label: "Home" };
const register: NavItem = { href: "/register", label: "Register" };
const awards: NavItem = { href: "/awards", label: "Awards" };
const agreements: NavItem = { href: "/agreements", label: "Agreements" };
const coverage: NavItem = { href: "/coverage", label: "Coverage" };

const everybody: NavItem[] = [register, awards, coverage, { href: "/join", label: "Join" }];

const places: Record<Actor["kind"], NavItem[]> = {
  visitor: everybody,
  system: everybody,
  person: [home, ...everybody],
  provider: [
    home,
    { href: "/apply", label: "Application" },
    { href: "/services", label: "Services" },
    { href: "/offers", label: "Offers" },
    agreements,
  ],
  authority: [
    home,
    { href: "/find", label: "Find" },
    { href: "/shortlists", label: "Shortlists" },
    { href: "/purchases", label: "Purchases" },
    { href: "/budgets", label: "Budgets" },
    agreements,
  ],
  steward: [
    home,
    { href: "/steward/queue", label: "Queue" },
    { href: "/steward/members", label: "Members" },
    { href: "/steward/register", label: "Register" },
  ],
  investor: [home, awards, coverage],
};

/** Where each kind of person goes from the header; an auditor also reads histories. */
export const navigation = (kind: Actor["kind"], auditor = false): NavItem[] =>
  auditor ? [...places[kind], { href: "/history", label: "History" }] : places[kind];

export const demoBanner = {
  text: "This is a demo. The people, charities and authorities here are invented.",
  link: { href: "/demo", label: "Be somebody else" },
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

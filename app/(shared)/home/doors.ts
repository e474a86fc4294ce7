import { type Actor, holds, isAuditor } from "@/lib/core/actor";
import type { OrganisationKind } from "@/lib/core/prisma/enums";

type Door = { title: string; href: string; text: string };

const awards: Door = { title: "Awards", href: "/awards", text: "What was bought, from whom and for how much." };

const doors: Record<OrganisationKind | "person" | "visitor" | "system", Door[]> = {
  provider: [
    { title: "Opportunities", href: "/opportunities", text: "Contracts and grants that are open, and what is asked." },
    { title: "Tenders", href: "/tenders", text: "Write a tender, send it, and read how it was scored." },
    {
      title: "Your services",
      href: "/services",
      text: "Say how many places are open, and keep what buyers read true.",
    },
    {
      title: "Your application",
      href: "/apply",
      text: "Join more parts of the register, or see how far your application is.",
    },
    { title: "Consortia", href: "/consortia", text: "Deliver together with other members, each with its share." },
    {
      title: "Your organisation",
      href: "/organisation",
      text: "Your name, address and numbers, who is connected with you, and who asked to join.",
    },
    { title: "Your files", href: "/evidence", text: "Add a file once, and let every answer that needs it rest on it." },
    { title: "Snapshots", href: "/snapshots", text: "Share your profile with a buyer as it stood on one day." },
    { title: "Offers", href: "/offers", text: "Accept or decline what buyers ask of you." },
    {
      title: "Agreements",
      href: "/agreements",
      text: "Your contracts and grants, with how each payment is worked out.",
    },
  ],
  authority: [
    { title: "Find services", href: "/find", text: "Who can deliver what, where, at what price, with space now." },
    { title: "Shortlists", href: "/shortlists", text: "Weigh services up, and keep the reasons for the audit." },
    { title: "Saved searches", href: "/searches", text: "Be told when new services answer what you look for." },
    { title: "Purchases", href: "/purchases", text: "Buy from the rate card, alone or with other funders." },
    { title: "Call-offs", href: "/call-offs", text: "Put a need to competition, from the plan to the award." },
    { title: "Shared profiles", href: "/snapshots/shared", text: "What organisations have let you read about them." },
    { title: "Budgets", href: "/budgets", text: "What you may spend, what is committed and what is left." },
  ],
  steward: [
    { title: "The queue", href: "/steward/queue", text: "Applications by the day their decision is due." },
    {
      title: "Members",
      href: "/steward/members",
      text: "Keep the register true: suspend, renew, remove with reasons.",
    },
    { title: "The register", href: "/steward/register", text: "Its parts, and its conditions, frozen for the term." },
    { title: "Who does what", href: "/steward/overlaps", text: "Where services overlap, and whose hands do the work." },
    { title: "How we are doing", href: "/steward", text: "How long decisions take, and how many are late." },
  ],
  investor: [awards],
  person: [
    {
      title: "List your organisation",
      href: "/join/organisation",
      text: "Say who you are, and start an application to the register.",
    },
    {
      title: "How joining works",
      href: "/join",
      text: "The steps, what you will need, and every question in advance.",
    },
  ],
  visitor: [],
  system: [],
};

const finder: Door = {
  title: "Find a service for someone",
  href: "/finder",
  text: "Three questions, then who has space now. No name is asked.",
};

const histories: Door = {
  title: "History",
  href: "/history",
  text: "Who did what and when, and whether the record still holds together.",
};

const callOffs: Door = {
  title: "Call-offs",
  href: "/call-offs",
  text: "Every competition, with its whole file: the plan, the scores, the award.",
};

/**
 * The ways on from the home page for whoever is there. An auditor has the histories first, a practitioner the finder,
 * and somebody who only judges tenders has the call-offs.
 */
export function doorsFor(actor: Actor): Door[] {
  const own = doors[actor.kind];
  if (isAuditor(actor)) return [histories, callOffs, awards];
  if (holds(actor, "authority", "practitioner")) return [finder, ...own];
  if (holds(actor, "authority", "evaluator") && !holds(actor, "authority", "commissioner"))
    return own.toSorted((a, b) => Number(b.href === "/call-offs") - Number(a.href === "/call-offs"));
  return own;
}

import { particular } from "./particular";

/** What a service of each category is called, does and costs in the demo world. Two or three of each, all made up. */
export type Template = {
  title: string;
  summary: string;
  description: string;
  method: "oneToOne" | "group" | "residential" | "remote" | "mixed";
  settings: ("community" | "custody" | "throughTheGate")[];
  sex?: "women" | "men";
  maxAge?: number;
  unit: "referral" | "session" | "hour" | "week" | "placeNight" | "outcome";
  what: string;
  pounds: number;
};

export const templates: Record<string, Template[]> = {
  accommodation: [
    {
      title: "Supported rooms with a way on",
      summary: "A furnished room and weekly support for up to six months, then help to move to a settled home.",
      description:
        "Each person has a room of their own and a named worker. We agree a plan in the first week: benefits, health, work and what a settled home would look like. We sit beside people at viewings and council meetings, and we stay in touch for three months after they move.",
      method: "residential",
      settings: ["community", "throughTheGate"],
      unit: "placeNight",
      what: "A room and support, for a night",
      pounds: 41.5,
    },
    {
      title: "Housing advice and tenancy start",
      summary: "One-to-one advice to find a home, and a worker for the first eight weeks of the tenancy.",
      description:
        "We start from what a person can afford and where they can live. We know the landlords in our area who will take people leaving prison. When a tenancy starts we visit every week, sort out bills and furniture, and step in early when something goes wrong.",
      method: "oneToOne",
      settings: ["community", "custody", "throughTheGate"],
      unit: "referral",
      what: "One person, from referral to eight weeks in a home",
      pounds: 640,
    },
    {
      title: "Keep your home",
      summary: "Fast help for people who may lose their tenancy because of arrears, a recall or a dispute.",
      description:
        "A worker calls within two working days. We talk to the landlord, set up payment plans, apply for what is due and go to court if it comes to that.",
      method: "mixed",
      settings: ["community"],
      unit: "hour",
      what: "An hour of a housing worker",
      pounds: 38.75,
    },
  ],
  "education-training-employment": [
    {
      title: "Workshop to wage",
      summary: "Ten weeks in a real workshop, a certificate, and a guaranteed interview with a local employer.",
      description:
        "People learn by making things that sell. Every person works beside a craftsperson, earns a recognised certificate and meets employers who come to us because they need staff. We support people through the first thirteen weeks of a job.",
      method: "group",
      settings: ["community"],
      unit: "week",
      what: "One person for a week of the workshop",
      pounds: 145,
    },
    {
      title: "Job coach",
      summary:
        "A coach who knows how to talk about a record, from the first application to the first payday and beyond.",
      description:
        "Weekly meetings, a letter of disclosure in the person's own words, practice interviews, and calls to employers. We measure jobs kept for thirteen weeks, not applications sent.",
      method: "oneToOne",
      settings: ["community", "custody", "throughTheGate"],
      unit: "session",
      what: "A coaching session",
      pounds: 52,
    },
  ],
  "finance-benefit-debt": [
    {
      title: "Money sorted",
      summary:
        "Benefits claimed, debts dealt with, and a budget that works, with an adviser who is authorised to give debt advice.",
      description:
        "We check everything that a person is due, claim it with them, and write to the people they owe. We open a bank account where there is none. At the end each person has a plan that they made.",
      method: "oneToOne",
      settings: ["community", "custody", "throughTheGate"],
      unit: "referral",
      what: "One person, from first meeting to a settled plan",
      pounds: 295,
    },
    {
      title: "Money workshop",
      summary: "Four short group sessions on bank accounts, bills, borrowing and benefits.",
      description:
        "Small groups, plain words, no shame. People leave with a bank account, a budget and someone to call.",
      method: "group",
      settings: ["community", "custody"],
      unit: "session",
      what: "A group session for up to eight people",
      pounds: 210,
    },
  ],
  "dependency-and-recovery": [
    {
      title: "Recovery companion",
      summary: "A worker and a peer who has been there, from the gate to treatment and on to a life without it.",
      description:
        "We meet people at the gate, walk with them to the clinic on the first day, and meet twice a week after that. Peers who are in recovery themselves run the evening groups.",
      method: "mixed",
      settings: ["custody", "throughTheGate", "community"],
      unit: "referral",
      what: "One person for twelve weeks",
      pounds: 780,
    },
    {
      title: "Evening recovery group",
      summary: "A weekly group run by peers, with food, and with a worker in the room.",
      description: "Open on the hardest night of the week. No waiting list. Families are welcome once a month.",
      method: "group",
      settings: ["community"],
      unit: "session",
      what: "A group session for up to twelve people",
      pounds: 165,
    },
  ],
  "family-and-significant-others": [
    {
      title: "Family link",
      summary: "Support for people and their families to rebuild trust after prison, at the family's own speed.",
      description:
        "A family worker meets each side alone, then together. We help with contact arrangements, parenting and talking to children about what happened.",
      method: "oneToOne",
      settings: ["community", "custody", "throughTheGate"],
      unit: "session",
      what: "A session with a family worker",
      pounds: 58,
    },
    {
      title: "Parents again",
      summary: "An eight-week course for mothers and fathers, with a worker to help between the sessions.",
      description: "Routines, play, boundaries, and being a parent from a distance. Run with a local family centre.",
      method: "group",
      settings: ["community"],
      unit: "referral",
      what: "One parent for the whole course",
      pounds: 340,
    },
  ],
  "lifestyle-and-associates": [
    {
      title: "New circles",
      summary: "A mentor and a place in a club, a team or a kitchen, so that free time is good time.",
      description:
        "Mentors meet people weekly for six months. Together they find something to belong to: football, a choir, an allotment, a repair café. We pay the first fees and go along the first time.",
      method: "mixed",
      settings: ["community", "throughTheGate"],
      unit: "week",
      what: "One person for a week, mentor and activity",
      pounds: 46,
    },
  ],
  "emotional-wellbeing": [
    {
      title: "Steady ground",
      summary: "Six to ten sessions with a counsellor who understands prison, trauma and probation.",
      description:
        "Sessions are weekly, in a quiet room or by telephone. We work with what the person brings. When somebody needs more than we can give we help them to reach it.",
      method: "oneToOne",
      settings: ["community", "throughTheGate"],
      unit: "session",
      what: "A counselling session",
      pounds: 61,
    },
    {
      title: "Coping well group",
      summary: "A friendly weekly group on sleep, stress and asking for help.",
      description: "Eight weeks, up to ten people, led by a counsellor and a peer.",
      method: "group",
      settings: ["community", "custody"],
      unit: "session",
      what: "A group session for up to ten people",
      pounds: 190,
    },
  ],
  "social-inclusion": [
    {
      title: "Through the gate mentor",
      summary: "A trained mentor from twelve weeks before release to six months after it.",
      description:
        "The mentor visits in prison, meets the person at the gate, and is there for the first day's appointments. After that they meet weekly and work on the person's own goals.",
      method: "oneToOne",
      settings: ["custody", "throughTheGate", "community"],
      unit: "referral",
      what: "One person, before and after release",
      pounds: 890,
    },
    {
      title: "Open door drop-in",
      summary: "A warm place, three days a week, with food, a laundry and someone to help with forms.",
      description: "Nobody needs an appointment. People who come often help to run it.",
      method: "group",
      settings: ["community"],
      unit: "week",
      what: "One person's place for a week",
      pounds: 32,
    },
  ],
  ...particular,
};

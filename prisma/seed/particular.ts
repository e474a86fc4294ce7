import type { Template } from "./services";

/** The categories that are for some people, or of one way of working; the others are in `services.ts`. */
export const particular: Record<string, Template[]> = {
  women: [
    {
      title: "Women's house and outreach",
      summary: "A women-only centre with a key worker, counselling, a crèche and a solicitor once a week.",
      description:
        "Women choose what they work on. Most begin with safety and a home. Everything is under one roof, so nobody has to tell her story five times.",
      method: "mixed",
      settings: ["community", "throughTheGate"],
      sex: "women",
      unit: "referral",
      what: "One woman for six months",
      pounds: 1150,
    },
  ],
  "young-adults": [
    {
      title: "Young adult navigator",
      summary: "A worker with a small caseload who sticks with one young person for a year.",
      description:
        "Navigators work evenings and weekends. They help with family, work, home and whatever is on fire today. Each young person sets three goals.",
      method: "oneToOne",
      settings: ["community", "throughTheGate"],
      maxAge: 25,
      unit: "week",
      what: "One young adult for a week",
      pounds: 88,
    },
  ],
  "black-and-minority-ethnic": [
    {
      title: "Kin and culture mentoring",
      summary:
        "Mentors who share a person's background, and a group that talks about race, justice and what comes next.",
      description:
        "Led by people from the communities that it serves. Mentors meet weekly for six months. The group meets every other week and decides its own agenda.",
      method: "mixed",
      settings: ["community", "throughTheGate"],
      unit: "referral",
      what: "One person for six months",
      pounds: 720,
    },
  ],
  "restorative-justice": [
    {
      title: "Restorative conversations",
      summary: "Careful preparation, and a meeting or letters between the person harmed and the person who did it.",
      description:
        "Two trained facilitators prepare each side alone, for as long as it takes. Either side may stop at any time. We check in after six weeks and six months.",
      method: "oneToOne",
      settings: ["community", "custody"],
      unit: "referral",
      what: "One case, prepared and followed up",
      pounds: 1380,
    },
  ],
  "cognitive-and-behavioural-change": [
    {
      title: "Stop, think, choose",
      summary: "A structured course on thinking before acting, in small groups with individual sessions between.",
      description:
        "Twelve sessions over six weeks, with homework that is about real life. Run by two trained facilitators.",
      method: "mixed",
      settings: ["community", "custody"],
      unit: "referral",
      what: "One person for the whole course",
      pounds: 460,
    },
  ],
  "service-user-involvement": [
    {
      title: "Peer council",
      summary: "People with lived experience, trained and paid to review services and to help design new ones.",
      description:
        "We recruit, train and pay a council of people who have been on probation. They visit services, ask the questions that only they would ask, and report in plain words.",
      method: "group",
      settings: ["community"],
      unit: "session",
      what: "A review visit with a written report",
      pounds: 410,
    },
  ],
};

import type { CallOffStory } from "./story";

const kent = ["pdu-east-kent", "pdu-west-kent"];

/** Competitions that are open, with their funders, or still being written. */
export const comingStories: CallOffStory[] = [
  {
    title: "Homes and support for women leaving custody in Kent",
    ...{
      route: "marketCompetition",
      instrument: "contract",
      buyer: "weald",
      partnerPercent: 30,
      closed: -12,
      upTo: "published",
    },
    need: "Women leave custody for Kent to hostels that are full of men. They need homes that are safe, near their children.",
    forWhom: "Women on probation, and their children where they have them.",
    outcomes: ["accommodation.settled-home", "women.safe"],
    lots: [
      {
        title: "Homes",
        category: "accommodation",
        places: kent,
        unit: "week",
        pounds: 480_000,
        more: 240_000,
        monthly: 150,
      },
      { title: "Support", category: "women", places: ["police-kent"], unit: "session", pounds: 130_000, monthly: 160 },
    ],
    tenders: [
      { charity: "Medway Lantern", asks: { 1: 228 }, points: 3 },
      { charity: "Harbour Steps Trust", asks: { 1: 231 }, points: 4, upTo: "draft" },
    ],
    questions: [
      {
        from: "Orchard Gate Women's Project",
        asks: "Does the unit price of the homes include the rent, or is housing benefit claimed beside it?",
        answer: "Housing benefit is claimed beside it. The unit price is for support only.",
      },
      {
        from: "Tidewater Housing Friends",
        asks: "May homes outside the two areas count, if they are within five miles?",
      },
    ],
    declines: [{ charity: "Tidewater Housing Friends", words: "We have no homes for women only before next spring." }],
  },
  {
    title: "Getting ready for work in West Kent",
    ...{
      route: "belowThreshold",
      instrument: "contract",
      buyer: "weald",
      partnerPercent: 50,
      closed: -30,
      upTo: "asked",
    },
    need: "Two employers at the port would take people on probation, and nobody prepares them for the first week.",
    forWhom: "Adults on probation who look for work.",
    outcomes: ["education-training-employment.starts", "education-training-employment.stays"],
    lots: [
      {
        title: "West Kent",
        category: "education-training-employment",
        places: ["pdu-west-kent"],
        unit: "session",
        pounds: 64_000,
        monthly: 75,
      },
    ],
    tenders: [],
  },
  {
    title: "Somebody to talk to in the first week",
    ...{ route: "belowThreshold", instrument: "contract", buyer: "weald", closed: -27, upTo: "draft" },
    need: "The first week after release decides much. We want to hear from charities what would help before we say what we buy.",
    forWhom: "Adults in their first week after release.",
    outcomes: ["social-inclusion.early-contact"],
    lots: [
      {
        title: "Kent",
        category: "social-inclusion",
        places: ["police-kent"],
        unit: "hour",
        pounds: 52_000,
        monthly: 120,
      },
    ],
    tenders: [],
  },
  {
    title: "First month rent and a friendly face in Leeds",
    ...{ route: "grantRound", instrument: "grant", buyer: "ridings", closed: -16, upTo: "published" },
    need: "A first month of rent is what stands between a bed and the street. Small groups know the landlords.",
    forWhom: "Adults on probation in Leeds who have found a room and cannot pay for it yet.",
    outcomes: ["accommodation.settled-home"],
    lots: [
      {
        title: "Leeds",
        ...{
          category: "accommodation",
          places: ["police-west-yorkshire"],
          unit: "referral",
          pounds: 45_000,
          monthly: 8,
        },
      },
    ],
    tenders: [],
  },
  {
    title: "Mentors for young adults in south London",
    ...{ route: "belowThreshold", instrument: "contract", buyer: "capital", closed: -9, upTo: "published" },
    need: "Young adults say that they want one person who stays. Workers change four times in a first year.",
    forWhom: "People on probation from 18 to 25 in Southwark and Lewisham.",
    outcomes: ["young-adults.trusted-adult"],
    lots: [
      {
        title: "South London",
        ...{ category: "young-adults", places: ["pdu-southwark"], unit: "hour", pounds: 130_000, monthly: 240 },
      },
    ],
    tenders: [{ charity: "Kestrel Young Lives", asks: { 1: 41 }, points: 4 }],
  },
];

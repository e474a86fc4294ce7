/** How far a story goes; each stage includes those before it. */
export const stages = [
  "draft",
  "asked",
  "published",
  "closed",
  "evaluating",
  "moderated",
  "proposed",
  "standstill",
  "concluded",
  "signed",
] as const;
export type Stage = (typeof stages)[number];

export type LotStory = {
  title: string;
  category: string;
  places: string[];
  unit: "referral" | "session" | "hour" | "week" | "placeNight";
  pounds: number;
  more?: number;
  monthly: number;
};

/** `asks` is the price of one unit in pounds for each lot that it wants, by the lot's number; `points` what its answers deserve. */
export type TenderStory = {
  charity: string;
  asks: Record<number, number>;
  points: number;
  mobilisation?: number;
  partner?: { charity: string; share: string; does: string };
  /** How far it came; submitted when nothing is said. */
  upTo?: "draft";
};

export type CallOffStory = {
  title: string;
  route: "quotes" | "belowThreshold" | "marketCompetition" | "grantRound";
  instrument: "contract" | "grant";
  buyer: "weald" | "ridings" | "capital";
  partnerPercent?: number;
  need: string;
  forWhom: string;
  outcomes: string[];
  lots: LotStory[];
  /** Working days ago on which tenders close; below nought when they are still to close. */
  closed: number;
  upTo: Stage;
  tenders: TenderStory[];
  questions?: { from: string; asks: string; answer?: string }[];
  amended?: string;
  declines?: { charity: string; words: string }[];
  end?: "cancelled" | "none";
  challenge?: string;
};

const kent = ["pdu-east-kent", "pdu-west-kent"];

/** The competitions of the demo world: every stage once, and the ends that nobody hopes for. Places are real, people are not. */
export const callOffStories: CallOffStory[] = [
  {
    title: "A home on the day of release in Kent and Sussex",
    ...{
      route: "marketCompetition",
      instrument: "contract",
      buyer: "weald",
      partnerPercent: 40,
      closed: 58,
      upTo: "signed",
    },
    need: "Four in ten people who leave prison for Kent and Sussex have no home to go to. They need somebody who meets them at the gate, a safe room that night, and help to keep a home of their own.",
    forWhom: "Adults on probation who leave custody without a settled home.",
    outcomes: ["accommodation.settled-home", "accommodation.keeps-home"],
    lots: [
      {
        title: "East Kent",
        category: "accommodation",
        places: ["pdu-east-kent"],
        unit: "week",
        pounds: 260_000,
        monthly: 90,
      },
      {
        title: "West Kent",
        category: "accommodation",
        places: ["pdu-west-kent"],
        unit: "week",
        pounds: 250_000,
        monthly: 85,
      },
      {
        title: "Sussex",
        category: "accommodation",
        places: ["police-sussex"],
        unit: "week",
        pounds: 240_000,
        monthly: 80,
      },
    ],
    tenders: [
      {
        ...{ charity: "Tidewater Housing Friends", asks: { 1: 214, 3: 232 }, points: 4, mobilisation: 9_000 },
        partner: {
          charity: "Harbour Steps Trust",
          share: "25",
          does: "Meets people at the gate and stays in touch for a month",
        },
      },
      { charity: "Medway Lantern", asks: { 1: 221, 2: 218, 3: 219 }, points: 3, mobilisation: 12_000 },
      { charity: "Harbour Steps Trust", asks: { 1: 229, 2: 226 }, points: 5 },
    ],
    questions: [
      {
        from: "Harbour Steps Trust",
        asks: "May a small charity tender for one lot only, without a partner for the others?",
        answer: "Yes. Each lot is judged by itself. You may tender for one, two or all three.",
      },
    ],
    amended:
      "The forecast for Sussex now counts people who leave custody from courts outside the area. Volumes stay as they are.",
  },
  {
    title: "Peer support after release in Sussex",
    ...{ route: "belowThreshold", instrument: "contract", buyer: "weald", closed: 12, upTo: "standstill" },
    need: "People leave custody with few friends who are not in trouble. They ask for somebody who has been there.",
    forWhom: "Men and women in their first three months after release.",
    outcomes: ["lifestyle-and-associates.positive", "lifestyle-and-associates.moves-away"],
    lots: [
      {
        title: "Sussex",
        category: "lifestyle-and-associates",
        places: ["police-sussex"],
        unit: "hour",
        pounds: 96_000,
        monthly: 180,
      },
    ],
    tenders: [
      { charity: "Shingle and Sail", asks: { 1: 32.5 }, points: 4 },
      { charity: "Southbank Second Chapter", asks: { 1: 34 }, points: 3 },
    ],
    challenge:
      "We were told that our answer about supervision scored 3. We think that the answer covered all that was asked.",
  },
  {
    title: "Recovery support for people in Sussex",
    ...{
      route: "belowThreshold",
      instrument: "contract",
      buyer: "weald",
      partnerPercent: 0,
      closed: 8,
      upTo: "evaluating",
    },
    need: "Treatment services wait for people who do not come. Somebody has to walk there with them.",
    forWhom: "Adults on probation who use drugs or alcohol and are not in treatment.",
    outcomes: ["dependency-and-recovery.reaches-help", "dependency-and-recovery.in-control"],
    lots: [
      {
        title: "Coast",
        category: "dependency-and-recovery",
        places: ["police-sussex"],
        unit: "referral",
        pounds: 118_000,
        monthly: 22,
      },
    ],
    tenders: [
      { charity: "Downland Fresh Start", asks: { 1: 402 }, points: 4 },
      { charity: "Solent Anchor", asks: { 1: 385 }, points: 3 },
      { charity: "Saltmarsh Recovery", asks: { 1: 377 }, points: 3 },
    ],
  },
  {
    title: "Help with debt and benefits in Surrey",
    ...{ route: "quotes", instrument: "contract", buyer: "weald", closed: 9, upTo: "proposed" },
    need: "Debt is what people name first when they are asked what would bring them back to prison.",
    forWhom: "Adults on probation in Surrey.",
    outcomes: ["finance-benefit-debt.debt", "finance-benefit-debt.benefits"],
    lots: [
      {
        title: "Surrey",
        category: "finance-benefit-debt",
        places: ["police-surrey"],
        unit: "session",
        pounds: 28_000,
        monthly: 40,
      },
    ],
    tenders: [
      { charity: "Medway Lantern", asks: { 1: 51 }, points: 4 },
      { charity: "Thameside Money Matters", asks: { 1: 47 }, points: 3 },
    ],
  },
  {
    title: "Emotional wellbeing in East Kent",
    ...{ route: "belowThreshold", instrument: "contract", buyer: "weald", closed: 1, upTo: "closed" },
    need: "People wait eleven weeks for talking help. Many are recalled before it begins.",
    forWhom: "Adults on probation in East Kent.",
    outcomes: ["emotional-wellbeing.copes", "emotional-wellbeing.health-services"],
    lots: [
      {
        title: "East Kent",
        category: "emotional-wellbeing",
        places: ["pdu-east-kent"],
        unit: "session",
        pounds: 74_000,
        monthly: 95,
      },
    ],
    tenders: [
      { charity: "Downland Fresh Start", asks: { 1: 58 }, points: 4 },
      { charity: "Severn Handrail", asks: { 1: 54 }, points: 3 },
    ],
  },
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
    title: "Small grants for families of people in prison",
    ...{ route: "grantRound", instrument: "grant", buyer: "weald", closed: 50, upTo: "concluded" },
    need: "Families hold most of the weight of a sentence. Small local groups reach them where nobody else does.",
    forWhom: "Families and children of people in custody.",
    outcomes: ["family-and-significant-others.family-helps"],
    lots: [
      {
        title: "Kent",
        category: "family-and-significant-others",
        places: ["police-kent"],
        unit: "session",
        pounds: 42_000,
        monthly: 60,
      },
    ],
    tenders: [
      { charity: "Orchard Gate Women's Project", asks: { 1: 55 }, points: 5 },
      { charity: "Lea and Colne Families", asks: { 1: 49 }, points: 3 },
    ],
  },
  {
    title: "A hub for young adults in Medway",
    ...{
      route: "belowThreshold",
      instrument: "contract",
      buyer: "weald",
      closed: 30,
      upTo: "closed",
      end: "cancelled",
    },
    need: "Young adults miss appointments that are far away. A place near the station would bring several services together.",
    forWhom: "People on probation from 18 to 25.",
    outcomes: ["young-adults.trusted-adult", "young-adults.goals"],
    lots: [
      {
        title: "Medway",
        category: "young-adults",
        places: ["pdu-west-kent"],
        unit: "session",
        pounds: 88_000,
        monthly: 110,
      },
    ],
    tenders: [{ charity: "Kestrel Young Lives", asks: { 1: 61 }, points: 4 }],
  },
  {
    title: "Restorative meetings in Surrey",
    ...{ route: "belowThreshold", instrument: "contract", buyer: "weald", closed: 40, upTo: "closed", end: "none" },
    need: "Victims who ask for a meeting wait for one until they give up.",
    forWhom: "People on probation whose victims have asked to meet them.",
    outcomes: ["restorative-justice.prepared", "restorative-justice.contact"],
    lots: [
      {
        title: "Surrey",
        category: "restorative-justice",
        places: ["police-surrey"],
        unit: "referral",
        pounds: 39_000,
        monthly: 6,
      },
    ],
    tenders: [],
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

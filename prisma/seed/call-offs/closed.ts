import type { CallOffStory } from "./story";

/** Competitions whose tenders are in: every stage of deciding once, and the ends that nobody hopes for. */
export const closedStories: CallOffStory[] = [
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
    ...{ route: "quotes", instrument: "contract", buyer: "weald", closed: 9, upTo: "proposed", months: 36 },
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
        monthly: 13,
      },
    ],
    tenders: [
      { charity: "Medway Lantern", asks: { 1: 51 }, points: 4, mobilisation: 1_500 },
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
];

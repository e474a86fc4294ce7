/** How far a purchase of the demo world has come. */
export type End =
  | "draft"
  | "proposed"
  | "waiting"
  | "offered"
  | "signed"
  | "mobilising"
  | "live"
  | "expiring"
  | "ended"
  | "terminated"
  | "declined"
  | "refused"
  | "withdrawn";
export type Scenario = {
  buyer: string;
  charity: string;
  partner?: [key: string, percent: string];
  instrument: "contract" | "grant";
  volume: number;
  days: number;
  months: number;
  end: End;
  title: string;
};

/** What was bought, and how far each purchase has come. */
export const scenarios: Scenario[] = [
  {
    buyer: "weald",
    charity: "Harbour Steps Trust",
    instrument: "contract",
    volume: 30,
    days: 5,
    months: 6,
    end: "offered",
    title: "Gate to home in Medway and Swale",
  },
  {
    buyer: "weald",
    charity: "Harbour Steps Trust",
    partner: ["garden", "33.33"],
    instrument: "contract",
    volume: 40,
    days: 6,
    months: 9,
    end: "waiting",
    title: "Rooms for people leaving prison in Kent",
  },
  {
    buyer: "weald",
    charity: "Orchard Gate Women's Project",
    instrument: "grant",
    volume: 18,
    days: 100,
    months: 12,
    end: "live",
    title: "Women's outreach in Kent",
  },
  {
    buyer: "weald",
    charity: "Downland Fresh Start",
    instrument: "contract",
    volume: 30,
    days: 4,
    months: 6,
    end: "proposed",
    title: "Recovery companions in Sussex",
  },
  {
    buyer: "weald",
    charity: "Medway Lantern",
    instrument: "contract",
    volume: 60,
    days: 2,
    months: 6,
    end: "draft",
    title: "Job coaching in Medway",
  },
  {
    buyer: "weald",
    charity: "Tidewater Housing Friends",
    instrument: "contract",
    volume: 90,
    days: 150,
    months: 4,
    end: "expiring",
    title: "Winter rooms in East Kent",
  },
  {
    buyer: "garden",
    charity: "Harbour Steps Trust",
    instrument: "grant",
    volume: 12,
    days: 210,
    months: 5,
    end: "ended",
    title: "Mentors for young men in Thanet",
  },
  {
    buyer: "ridings",
    charity: "Pennine Kettle",
    partner: ["westr", "50"],
    instrument: "grant",
    volume: 24,
    days: 75,
    months: 12,
    end: "live",
    title: "Peer recovery across West Yorkshire",
  },
  {
    buyer: "ridings",
    charity: "Aire Valley Housing Start",
    instrument: "contract",
    volume: 120,
    days: 40,
    months: 8,
    end: "mobilising",
    title: "First homes in Leeds",
  },
  {
    buyer: "ridings",
    charity: "Don and Dearne Skills",
    instrument: "contract",
    volume: 50,
    days: 9,
    months: 6,
    end: "refused",
    title: "Workshop weeks in South Yorkshire",
  },
  {
    buyer: "ridings",
    charity: "Humber Lifeline Friends",
    instrument: "contract",
    volume: 36,
    days: 20,
    months: 6,
    end: "signed",
    title: "Counselling in Hull",
  },
  {
    buyer: "severn",
    charity: "Severn Handrail",
    instrument: "contract",
    volume: 80,
    days: 130,
    months: 10,
    end: "live",
    title: "Counselling in Gloucestershire",
  },
  {
    buyer: "severn",
    charity: "Moorland Bridges",
    instrument: "contract",
    volume: 15,
    days: 16,
    months: 6,
    end: "declined",
    title: "Mentors on Dartmoor release",
  },
  {
    buyer: "severn",
    charity: "Wessex Women Forward",
    instrument: "grant",
    volume: 14,
    days: 260,
    months: 6,
    end: "terminated",
    title: "Women's support in Wiltshire",
  },
  {
    buyer: "capital",
    charity: "Beacon Sisters London",
    instrument: "contract",
    volume: 45,
    days: 60,
    months: 12,
    end: "live",
    title: "Women's centre places across London",
  },
  {
    buyer: "capital",
    charity: "Kestrel Young Lives",
    instrument: "contract",
    volume: 200,
    days: 12,
    months: 9,
    end: "withdrawn",
    title: "Navigators for young Londoners",
  },
  {
    buyer: "capital",
    charity: "Thameside Money Matters",
    instrument: "contract",
    volume: 70,
    days: 30,
    months: 9,
    end: "signed",
    title: "Debt advice in Greenwich and Bexley",
  },
];

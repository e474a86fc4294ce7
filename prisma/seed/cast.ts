/** Who plays whom in the demo world. Every person and body here is made up; the places that they act for are real. */
export type Player = { key: string; name: string; roles: string[]; line: string };
export type Body = { key: string; name: string; central: boolean; places: string[]; players: Player[] };

export const stewards: Body = {
  key: "steward",
  name: "Open Register Stewards",
  central: false,
  places: [],
  players: [
    {
      key: "maya",
      name: "Maya Okafor",
      roles: ["assessor"],
      line: "Assessor. Reads applications and decides them, with reasons.",
    },
    {
      key: "tom",
      name: "Tom Hollis",
      roles: ["admin", "assessor"],
      line: "Register administrator. Looks after the register and its people.",
    },
    { key: "iris", name: "Iris Bell", roles: ["auditor"], line: "Auditor. Reads every history and changes nothing." },
  ],
};

export const authorities: Body[] = [
  {
    key: "weald",
    name: "Weald Probation Commissioning",
    central: true,
    places: ["region-kent-surrey-and-sussex"],
    players: [
      {
        key: "grace",
        name: "Grace Adeyemi",
        roles: ["commissioner"],
        line: "Commissioner for Kent, Surrey and Sussex. Finds services and proposes purchases.",
      },
      {
        key: "owen",
        name: "Owen Pryce",
        roles: ["approver", "admin"],
        line: "Approver for the same region. Holds the budget; approves what Grace proposes.",
      },
      {
        key: "femi",
        name: "Femi Lawal",
        roles: ["practitioner"],
        line: "Probation practitioner in East Kent. Looks for services with space.",
      },
      {
        key: "priya",
        name: "Priya Raman",
        roles: ["evaluator"],
        line: "Evaluator for the same region. Scores tenders alone, before she sees what others gave.",
      },
      {
        key: "joss",
        name: "Joss Tanner",
        roles: ["evaluator"],
        line: "Evaluator too. Scores the same tenders as Priya.",
      },
      {
        key: "winnie",
        name: "Winnie Etherington",
        roles: ["evaluator", "commissioner"],
        line: "Moderates scores in the same region, and opens tenders together with Grace.",
      },
    ],
  },
  {
    key: "ridings",
    name: "Ridings Probation Commissioning",
    central: true,
    places: ["region-yorkshire-and-the-humber"],
    players: [
      {
        key: "hannah",
        name: "Hannah Whitlock",
        roles: ["commissioner", "approver"],
        line: "Commissions and approves in Yorkshire and the Humber, but never her own proposals.",
      },
      {
        key: "sanjay",
        name: "Sanjay Mistry",
        roles: ["approver", "admin"],
        line: "Approver and administrator in Yorkshire and the Humber.",
      },
    ],
  },
  {
    key: "severn",
    name: "Severnside Probation Commissioning",
    central: true,
    places: ["region-south-west"],
    players: [
      {
        key: "rhys",
        name: "Rhys Calloway",
        roles: ["commissioner", "admin"],
        line: "Commissioner for the South West.",
      },
      { key: "bea", name: "Bea Trelawny", roles: ["approver"], line: "Approver for the South West." },
    ],
  },
  {
    key: "capital",
    name: "Capital Probation Commissioning",
    central: true,
    places: ["region-london"],
    players: [
      { key: "leila", name: "Leila Haddad", roles: ["commissioner", "admin"], line: "Commissioner for London." },
      { key: "marcus", name: "Marcus Bright", roles: ["approver"], line: "Approver for London." },
    ],
  },
  {
    key: "garden",
    name: "Garden County Police and Crime Fund",
    central: false,
    places: ["police-kent"],
    players: [
      {
        key: "nora",
        name: "Nora Quill",
        roles: ["commissioner", "admin"],
        line: "Co-commissioner for Kent. Puts local money beside probation's.",
      },
      { key: "dev", name: "Dev Anand", roles: ["approver"], line: "Approves the Kent fund's share of what is bought." },
    ],
  },
  {
    key: "westr",
    name: "West Ridings Mayoral Safety Fund",
    central: false,
    places: ["police-west-yorkshire"],
    players: [
      {
        key: "edie",
        name: "Edie Marsh",
        roles: ["commissioner", "approver", "admin"],
        line: "Co-commissioner for West Yorkshire. Commissions and approves for the mayor's fund.",
      },
    ],
  },
];

/** The charity people whom a visitor can play; every other charity has a signatory of its own without a line here. */
export const charityPlayers: Record<string, Player[]> = {
  "Harbour Steps Trust": [
    {
      key: "ruth",
      name: "Ruth Penhale",
      roles: ["signatory", "editor"],
      line: "Runs a small charity in Kent that is on the register. Accepts or declines offers.",
    },
    {
      key: "ali",
      name: "Ali Rahman",
      roles: ["editor"],
      line: "Her colleague. Keeps the services and the capacity up to date.",
    },
  ],
  "Medway Lantern": [
    {
      key: "gloria",
      name: "Gloria Nwosu",
      roles: ["signatory", "editor"],
      line: "Runs a larger charity in Kent, and leads a consortium that waits for its partners.",
    },
  ],
  "Surrey Waymarkers": [
    {
      key: "joan",
      name: "Joan Fairley",
      roles: ["signatory", "editor"],
      line: "Has begun an application and not yet sent it.",
    },
  ],
  "Chiltern Turning Point Friends": [
    {
      key: "sunil",
      name: "Sunil Barr",
      roles: ["signatory", "editor"],
      line: "His charity was refused, with reasons. He can put it right and apply again.",
    },
  ],
  "Peak Stepping Stones": [
    {
      key: "hester",
      name: "Hester Lowe",
      roles: ["signatory", "editor"],
      line: "Her charity was refused too, and has not applied again yet.",
    },
  ],
  "Avon Keystone": [
    {
      key: "callum",
      name: "Callum Rhodes",
      roles: ["signatory", "editor"],
      line: "A steward has asked his charity a question about its application.",
    },
  ],
  "Pennine Kettle": [
    {
      key: "zainab",
      name: "Zainab Hussain",
      roles: ["signatory", "editor"],
      line: "Led by lived experience, in West Yorkshire, with grants from two funders.",
    },
  ],
};

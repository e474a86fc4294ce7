import type { Fields } from "../ground/call";
import type { Case, Given, Page, World } from "../ground/world";
import { of } from "./pages";
import { anywhere, atHome, auditors, authorities, type Who } from "./who";

const commissioners: readonly Who[] = ["authority.commissioner"];
/** Everybody of an authority, and every auditor. */
const buyers: readonly Who[] = [...new Set([...authorities, ...auditors])];
/** Everybody of the authority that leads, and every auditor. */
const file: readonly Who[] = [...new Set([...atHome(authorities), ...auditors])];

/** A draft with a lot that can be split: its authority is then "own". */
const draft = `select c.id, c."organisationId" as authority, c.version::text, l.id as lot
  from "CallOff" c join "Lot" l on l."callOffId" = c.id
  where c.state = 'draft' and c."startsOn" is not null order by c.reference, l.number limit 1`;

type Row = Record<string, string>;
const onDraft =
  (more: (row: Row) => Fields) =>
  async (world: World): Promise<Given> => {
    const row = await world.row(draft);
    return {
      authority: row.authority ?? "",
      fields: { id: row.id ?? "", version: row.version ?? "", ...more(row) },
    };
  };

const lot: Fields = {
  title: "London",
  description: "",
  categoryCode: "accommodation",
  cohortCode: "",
  placeCodes: ["police-kent", "police-sussex"],
  unit: "week",
  budgetPence: "90,000",
  extensionPence: "",
  fill: "same",
  sameVolume: "10",
};

/** What a commissioner does to a draft. */
export const callOffNeed: Record<string, readonly Case[]> = {
  "(commissioner)/call-offs/new/actions#start": [
    {
      may: anywhere(...commissioners),
      given: () => ({ fields: { title: "Homes after prison", instrument: "grant", fromId: "" } }),
    },
  ],
  "(commissioner)/call-offs/[id]/need/actions#save": [
    {
      may: commissioners,
      given: onDraft(() => ({
        title: "Homes after prison",
        need: "A home.",
        forWhom: "Adults",
        outcomeCodes: ["accommodation.settled-home"],
        "startsOn.day": "3",
        "startsOn.month": "4",
        "startsOn.year": "2028",
        "endsOn.day": "2",
        "endsOn.month": "4",
        "endsOn.year": "2029",
        socialValueStatement: "",
        barriersConsidered: "",
      })),
    },
  ],
  "(commissioner)/call-offs/[id]/lots/actions#save": [{ may: commissioners, given: onDraft(() => lot) }],
  "(commissioner)/call-offs/[id]/lots/actions#remove": [
    { may: commissioners, given: onDraft(({ lot: lotId = "" }) => ({ lotId })) },
  ],
  "(commissioner)/call-offs/[id]/lots/actions#split": [
    {
      may: commissioners,
      given: onDraft(({ lot: lotId = "" }) => ({ lotId, placeCodes: ["police-kent"] })),
      answer: "invalid",
    },
  ],
  "(commissioner)/call-offs/[id]/criteria/actions#save": [
    {
      may: commissioners,
      given: onDraft(() => ({
        priceMethod: "qualityPerPound",
        socialValueReason: "",
        "criteria.0.kind": "quality",
        "criteria.0.title": "How",
        "criteria.0.question": "How would you do it?",
        "criteria.0.weight": "80",
        "criteria.0.wordLimit": "500",
        "criteria.1.kind": "socialValue",
        "criteria.1.title": "Social value",
        "criteria.1.question": "What else?",
        "criteria.1.weight": "20",
        "criteria.1.wordLimit": "300",
      })),
    },
  ],
  "(commissioner)/call-offs/[id]/conditions/actions#save": [
    {
      may: commissioners,
      given: onDraft(() => ({
        "conditions.0.about": "service",
        "conditions.0.title": "A room",
        "conditions.0.text": "Have a room to meet in.",
        "conditions.0.why": "People cannot be met in the street.",
      })),
    },
  ],
  "(commissioner)/call-offs/[id]/timetable/actions#save": [
    {
      may: commissioners,
      given: onDraft(() => ({
        publishOn: "2028-01-10",
        clarifyOn: "2028-01-26",
        clarifyTime: "12:00",
        closesOn: "2028-02-07",
        closesTime: "12:00",
        decideOn: "2028-02-28",
        standstillDays: "8",
      })),
    },
  ],
};

const read = (path: string): readonly Page[] => [{ may: file, at: of(path, draft) }];
const write = (path: string): readonly Page[] => [{ may: commissioners, at: of(path, draft) }];

/** The list, the hub and the sections of a draft. */
export const callOffNeedPages: Record<string, readonly Page[]> = {
  "/call-offs": [{ may: buyers }],
  "/call-offs/csv": [{ may: buyers }],
  "/call-offs/new": [{ may: anywhere(...commissioners) }],
  "/call-offs/[id]": read("/call-offs/[id]"),
  "/call-offs/[id]/need": read("/call-offs/[id]/need"),
  "/call-offs/[id]/lots": read("/call-offs/[id]/lots"),
  "/call-offs/[id]/lots/[lot]": write("/call-offs/[id]/lots/[lot]"),
  "/call-offs/[id]/lots/[lot]/remove": write("/call-offs/[id]/lots/[lot]/remove"),
  "/call-offs/[id]/lots/[lot]/split": write("/call-offs/[id]/lots/[lot]/split"),
  "/call-offs/[id]/criteria": read("/call-offs/[id]/criteria"),
  "/call-offs/[id]/conditions": read("/call-offs/[id]/conditions"),
  "/call-offs/[id]/timetable": read("/call-offs/[id]/timetable"),
};

import { z } from "zod";
import type { ReferenceList } from "../core/prisma/enums";
import type { Day } from "./calendar";

/** A row of the reference table as every reader of it sees it: days are text, and `detail` has the shape of its list. */
export type ReferenceRow = {
  list: ReferenceList;
  code: string;
  name: string;
  parentCode: string | null;
  detail: unknown;
  order: number;
  validFrom: Day;
  validTo: Day | null;
};

/** The four levels of place, widest first. */
export const placeKinds = ["region", "policeArea", "localAuthority", "pdu"] as const;
export type PlaceKind = (typeof placeKinds)[number];

const note = z.string().nullable().default(null);
const description = z.string();
const age = z.int().nullable().default(null);
const country = z.enum(["England", "Wales"]);

export type CategoryKind = z.infer<typeof details.category>["kind"];

/** What `detail` holds in each list. */
export const details = {
  region: z.object({ country, letter: z.string() }),
  policeArea: z.object({ gss: z.string(), country, governedBy: z.string().nullable().default(null) }),
  localAuthority: z.object({
    gss: z.string(),
    letters: z.string(),
    kind: z.enum(["district", "unitary", "metropolitan", "london", "welsh", "city"]),
    council: z.string(),
  }),
  pdu: z.object({
    councils: z.array(z.string()),
    basis: z.enum(["name", "only", "rest"]).nullable().default(null),
  }),
  category: z.object({
    kind: z.enum(["need", "cohort", "service"]),
    description,
    cohort: z.string().nullable().default(null),
  }),
  cohort: z.object({
    description,
    sex: z.enum(["female", "male"]).nullable().default(null),
    minimumAge: age,
    maximumAge: age,
  }),
  desiredOutcome: z.object({ origin: z.enum(["published", "ours"]) }),
  complexity: z.object({ description }),
  organisationType: z.object({
    schemes: z.array(z.string()),
    regulators: z.array(z.string()),
    vcse: z.enum(["yes", "no", "ask"]),
    note,
  }),
  exclusionGround: z.object({
    kind: z.enum(["mandatory", "discretionary"]),
    group: z.enum(["penalties", "convictions", "discretionary"]),
    question: z.string(),
    schedule: z.union([z.literal(6), z.literal(7)]),
  }),
  threshold: z.object({
    pence: z.int().positive().transform(BigInt),
    source: z.string(),
    readInLaw: z.boolean(),
    note,
  }),
  noticeKind: z.object({
    when: z.string(),
    stage: z.enum(["plan", "tender", "award", "deliver", "market"]),
    law: z.string().nullable().default(null),
    pairingRead: z.boolean(),
  }),
  cpv: z.object({ lightTouch: z.boolean(), reservable: z.boolean(), usual: z.boolean().default(false), note }),
  socialValueOutcome: z.object({
    model: z.enum(["PPN 002", "PPN 06/20"]),
    regime: z.enum(["PA2023", "PCR2015"]),
    number: z.string(),
    theme: z.string().nullable().default(null),
    mandatoryFrom: z.iso.date().nullable().default(null),
  }),
  holiday: z.object({ substitute: z.boolean().default(false) }),
  rule: z.object({ source: z.string(), effect: z.string() }),
} satisfies Record<ReferenceList, z.ZodType>;

import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { invalid, type Refusal } from "@/lib/core/door/result";
import type { Prisma } from "@/lib/core/prisma/client";
import { isId } from "@/lib/core/values/id";
import { reference } from "@/lib/reference/queries";
import { askedFor } from "@/lib/register/market/asked";
import { readsNotes, readsQueue, visibleTo } from "../policy";
import { type Decidable, readDecidable } from "./queries/facts";
import { faults } from "./rules";
import { DecideInput } from "./schema";

const service = {
  id: true,
  reference: true,
  state: true,
  partId: true,
  places: true,
  openPlaces: true,
  waitDays: true,
  published: { select: { title: true, summary: true, placeCodes: true } },
  draft: { select: { title: true, summary: true, placeCodes: true } },
} satisfies Prisma.ServiceSelect;

const dossier = {
  id: true,
  reference: true,
  state: true,
  organisationId: true,
  registerId: true,
  band: true,
  submittedAt: true,
  submittedById: true,
  dueOn: true,
  assessorId: true,
  proposedAt: true,
  proposedById: true,
  decidedAt: true,
  decidedById: true,
  organisation: {
    select: {
      name: true,
      reference: true,
      typeCode: true,
      address: true,
      identifiers: { select: { scheme: true, value: true }, orderBy: { scheme: "asc" } },
      provider: {
        select: {
          size: true,
          incomePence: true,
          incomeYear: true,
          staffFte: true,
          vcse: true,
          ledByLivedExperience: true,
          about: true,
          areaOfBenefit: true,
          coDesign: true,
          website: true,
          contactEmail: true,
        },
      },
      services: { select: service, orderBy: [{ reference: "asc" }], take: 200 },
    },
  },
  parts: {
    select: {
      partId: true,
      decision: true,
      reasonCodes: true,
      reasons: true,
      proposed: true,
      proposedCodes: true,
      proposedReasons: true,
      part: { select: { number: true, title: true } },
    },
    orderBy: { part: { number: "asc" } },
  },
  answers: {
    select: { conditionId: true, profileAnswer: { select: { met: true, text: true, expiresOn: true, version: true } } },
  },
  findings: { select: { conditionId: true, met: true, note: true, foundAt: true } },
  grounds: {
    select: {
      groundCode: true,
      groundAnswer: {
        select: { applies: true, about: true, whatHappened: true, happenedOn: true, putRight: true, putRightOn: true },
      },
    },
  },
  groundFindings: { select: { groundCode: true, applies: true, selfCleaned: true, note: true } },
  notes: {
    select: { id: true, text: true, writtenAt: true, writtenById: true },
    orderBy: [{ writtenAt: "asc" }, { id: "asc" }],
    take: 200,
  },
  queries: {
    select: { id: true, about: true, question: true, askedAt: true, reply: true, repliedAt: true },
    orderBy: [{ askedAt: "asc" }, { id: "asc" }],
  },
} satisfies Prisma.ApplicationSelect;

const condition = {
  id: true,
  number: true,
  kind: true,
  title: true,
  text: true,
  justification: true,
  ruleCode: true,
  bandFrom: true,
  partNumbers: true,
} satisfies Prisma.ConditionSelect;

type Row = Prisma.ApplicationGetPayload<{ select: typeof dossier }>;
type Condition = Prisma.ConditionGetPayload<{ select: typeof condition }>;

/** A condition with what was answered and what was found. */
export type Examined = Condition & {
  answer: Row["answers"][number]["profileAnswer"] | null;
  finding: Row["findings"][number] | null;
};

export type ExaminedGround = {
  code: string;
  name: string;
  kind: "mandatory" | "discretionary";
  finding: Omit<Row["groundFindings"][number], "groundCode"> | null;
} & Row["grounds"][number]["groundAnswer"];

/** A note among those who assess. */
export type Note = { id: string; text: string; writtenAt: Date; by: string };

/** The whole of an application as an assessor reads it, with what the law leaves open to decide for each part. */
export type Dossier = Omit<Row, "answers" | "findings" | "grounds" | "groundFindings" | "notes"> &
  Pick<Decidable, "offers" | "needsSecond" | "standing"> & {
    conditions: Examined[];
    grounds: ExaminedGround[];
    notes: Note[];
    assessor: string | null;
    proposer: string | null;
    bandTitle: string | null;
  };

/** Everything that was sent and found, for a steward or an auditor. The applicant's own view is another: findings are not theirs to read before a decision, and notes never are. */
export async function findDossier(actor: Actor, id: string): Promise<Dossier | null> {
  if (!isId(id) || !(readsQueue(actor) || actor.kind === "system")) return null;
  const row = await db.application.findFirst({ where: { id, AND: visibleTo(actor) }, select: dossier });
  const decidable = row && (await readDecidable(actor, { id }));
  if (!row || !decidable) return null;
  const { answers, findings, grounds, groundFindings, notes, ...rest } = row;
  const people = [row.assessorId, row.proposedById, ...notes.map(({ writtenById }) => writtenById)];
  const [conditions, names, band, facts] = await Promise.all([
    db.condition.findMany({
      where: { registerId: row.registerId },
      select: condition,
      orderBy: { number: "asc" },
      take: 100,
    }),
    namesOf(people),
    db.valueBand.findUnique({
      where: { registerId_number: { registerId: row.registerId, number: row.band } },
      select: { title: true },
    }),
    reference(),
  ]);
  const { offers, needsSecond, standing } = decidable;
  const partNumbers = rest.parts.map(({ part }) => part.number);
  const asked = new Set(rest.parts.map(({ partId }) => partId));
  return {
    ...rest,
    offers,
    needsSecond,
    standing,
    organisation: {
      ...rest.organisation,
      services: rest.organisation.services.filter(({ partId }) => asked.has(partId)),
    },
    conditions: askedFor(conditions, { band: row.band, partNumbers }).map((one) => ({
      ...one,
      answer: answers.find(({ conditionId }) => conditionId === one.id)?.profileAnswer ?? null,
      finding: findings.find(({ conditionId }) => conditionId === one.id) ?? null,
    })),
    grounds: facts.grounds.all.flatMap(({ code, name, kind }) => {
      const said = grounds.find(({ groundCode }) => groundCode === code);
      const finding = groundFindings.find(({ groundCode }) => groundCode === code) ?? null;
      return said ? [{ code, name, kind, finding, ...said.groundAnswer }] : [];
    }),
    notes: readsNotes(actor)
      ? notes.map(({ writtenById, ...note }) => ({ ...note, by: names.get(writtenById) ?? "" }))
      : [],
    assessor: names.get(row.assessorId ?? "") ?? null,
    proposer: names.get(row.proposedById ?? "") ?? null,
    bandTitle: band?.title ?? null,
  };
}

async function namesOf(ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const known = [...new Set(ids.flatMap((id) => id ?? []))];
  const people = await db.user.findMany({ where: { id: { in: known } }, select: { id: true, name: true }, take: 500 });
  return new Map(people.map(({ id, name }) => [id, name]));
}

/** Who can take an application: everybody with an assessor's or an admin's seat at an office that keeps the register. */
export async function listAssessors(actor: Actor): Promise<{ id: string; name: string }[]> {
  if (!readsQueue(actor)) return [];
  return db.user.findMany({
    where: {
      disabledAt: null,
      seats: { some: { role: { in: ["assessor", "admin"] }, organisation: { kind: "steward" } } },
    },
    select: { id: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 200,
  });
}

/** Whether a decision could be made as it is typed, before anything is done: the refusal, or null. The command asks again. */
export async function checkDecision(
  actor: Actor,
  raw: { applicationId?: unknown; parts: unknown },
): Promise<Refusal | null> {
  const parsed = DecideInput.safeParse(raw);
  if (!parsed.success) return invalid(parsed.error);
  const found = readsQueue(actor) ? await readDecidable(actor, { id: parsed.data.applicationId }) : null;
  if (!found) return { kind: "missing", message: "We could not find that." };
  const wrong = faults(found.offers, parsed.data.parts);
  if (wrong.length === 0) return null;
  return {
    kind: "invalid",
    message: "There is a problem",
    fields: Object.fromEntries(wrong.map(({ field, message }) => [field, [message]])),
  };
}

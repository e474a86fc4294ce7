import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { isId } from "@/lib/core/id";
import type { Prisma } from "@/lib/core/prisma/client";
import { invalid, type Refusal } from "@/lib/core/result";
import { reference } from "@/lib/reference/queries";
import { readsQueue, visibleTo } from "../policy";
import { faults, type Offer, offered } from "./rules";
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
  submittedAt: true,
  submittedById: true,
  dueOn: true,
  assessorId: true,
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
    select: { partId: true, decision: true, reasons: true, part: { select: { number: true, title: true } } },
    orderBy: { part: { number: "asc" } },
  },
  answers: {
    select: { conditionId: true, profileAnswer: { select: { met: true, text: true, expiresOn: true, version: true } } },
  },
  findings: { select: { conditionId: true, met: true, note: true, foundAt: true } },
  grounds: {
    select: { groundCode: true, groundAnswer: { select: { applies: true, whatHappened: true, putRight: true } } },
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
} & Row["grounds"][number]["groundAnswer"];

/** The whole of an application as an assessor reads it, with what the law leaves open to decide. */
export type Dossier = Omit<Row, "answers" | "findings" | "grounds"> & {
  conditions: Examined[];
  grounds: ExaminedGround[];
  offer: Offer;
  assessor: string | null;
};

/** Everything that was sent and found, for a steward or an auditor. The applicant's own view is another: findings are not theirs to read before a decision. */
export async function findDossier(actor: Actor, id: string): Promise<Dossier | null> {
  if (!isId(id) || !(readsQueue(actor) || actor.kind === "system")) return null;
  const row = await db.application.findFirst({ where: { id, AND: visibleTo(actor) }, select: dossier });
  if (!row) return null;
  const { answers, findings, grounds, ...rest } = row;
  const [conditions, assessor, facts] = await Promise.all([
    db.condition.findMany({
      where: { register: { parts: { some: { applications: { some: { applicationId: id } } } } } },
      select: condition,
      orderBy: { number: "asc" },
      take: 100,
    }),
    row.assessorId ? db.user.findUnique({ where: { id: row.assessorId }, select: { name: true } }) : null,
    reference(),
  ]);
  const examined = conditions.map((asked) => ({
    ...asked,
    answer: answers.find(({ conditionId }) => conditionId === asked.id)?.profileAnswer ?? null,
    finding: findings.find(({ conditionId }) => conditionId === asked.id) ?? null,
  }));
  const examinedGrounds = facts.grounds.all.flatMap(({ code, name, kind }) => {
    const said = grounds.find(({ groundCode }) => groundCode === code);
    return said ? [{ code, name, kind, ...said.groundAnswer }] : [];
  });
  const asked = new Set(rest.parts.map(({ partId }) => partId));
  return {
    ...rest,
    organisation: {
      ...rest.organisation,
      services: rest.organisation.services.filter(({ partId }) => asked.has(partId)),
    },
    conditions: examined,
    grounds: examinedGrounds,
    assessor: assessor?.name ?? null,
    offer: offered({
      findings: examined.map(({ title, finding }) => ({ title, met: finding?.met ?? null })),
      groundsThatApply: examinedGrounds.filter(({ applies }) => applies).map(({ name }) => name),
    }),
  };
}

/** Whether a decision could be made as it is typed, before anything is done: the refusal, or null. The command asks again. */
export async function checkDecision(
  actor: Actor,
  raw: { applicationId?: unknown; parts: unknown },
): Promise<Refusal | null> {
  const parsed = DecideInput.safeParse(raw);
  if (!parsed.success) return invalid(parsed.error);
  const found = await findDossier(actor, parsed.data.applicationId);
  if (!found) return { kind: "missing", message: "We could not find that." };
  const asked = found.parts.map(({ partId, part }) => ({ partId, title: part.title }));
  const wrong = faults(found.offer, asked, parsed.data.parts);
  if (wrong.length === 0) return null;
  return {
    kind: "invalid",
    message: "There is a problem",
    fields: Object.fromEntries(wrong.map(({ field, message }) => [field, [message]])),
  };
}

import "server-only";
import { command, type Scene } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import type { Prisma } from "@/lib/core/prisma/client";
import { newId } from "@/lib/core/values/id";
import { asDate, londonDay } from "@/lib/core/values/moment";
import { nextReference } from "@/lib/core/values/reference-number";
import { reference } from "@/lib/reference/queries";
import { fileVisibleTo, mayStart } from "../../../record/policy";
import { lawOf } from "../../../record/rules";
import { firstCriteria } from "../../criteria/words";
import { sharesChanged } from "../../funding/commands/shares";
import { proposedTimetable } from "../../timetable/rules";
import { StartCallOffInput } from "../schema";

const earlier = {
  instrument: true,
  need: true,
  forWhom: true,
  outcomeCodes: true,
  extensionMonths: true,
  mobilisationWeeks: true,
  vcseShareBp: true,
  priceMethod: true,
  socialValueReason: true,
  lots: {
    select: {
      number: true,
      title: true,
      description: true,
      categoryCode: true,
      cohortCode: true,
      placeCodes: true,
      unit: true,
      budgetPence: true,
      extensionPence: true,
    },
    orderBy: { number: "asc" },
  },
  criteria: {
    select: {
      number: true,
      kind: true,
      title: true,
      question: true,
      guidance: true,
      weightBp: true,
      wordLimit: true,
      minimum: true,
    },
    orderBy: { number: "asc" },
  },
  conditions: {
    select: { number: true, about: true, title: true, text: true, why: true },
    orderBy: { number: "asc" },
  },
} satisfies Prisma.CallOffSelect;
type Earlier = Prisma.CallOffGetPayload<{ select: typeof earlier }>;

/**
 * Starts a call-off: the actor's authority leads and pays all of it until others are added. It begins with criteria of
 * 60, 10 and 30 and a timetable on working days, or with what an earlier call-off had. What must be considered each
 * time (social value, barriers, conflicts, the route) is never copied.
 */
export const startCallOff = command({
  event: "callOff.start",
  input: StartCallOffInput,
  load: ({ tx, actor }, { fromId }) =>
    fromId
      ? tx.callOff.findFirst({ where: { id: fromId, AND: fileVisibleTo(actor) }, select: earlier })
      : Promise.resolve<Earlier | "nothing">("nothing"),
  allow: mayStart,
  run: async (scene, from, { title, instrument, fromId }) => {
    const { tx, actor, now } = scene;
    const [organisationId, createdById] = [actor.organisationId, actor.id];
    if (!organisationId || !createdById) return refuse("forbidden", "You cannot do that.");
    const id = newId();
    const quoted = await nextReference(scene, "TC");
    const { lots, criteria, conditions, instrument: _, ...kept } = from === "nothing" ? fresh : from;
    await tx.callOff.create({
      data: {
        ...kept,
        ...{ id, reference: quoted, organisationId, instrument, title, createdById, createdAt: now },
        ...(await proposedDates(scene, organisationId, instrument)),
        estimatePence: lots.reduce((all, lot) => all + lot.budgetPence + lot.extensionPence, 0n),
      },
      select: { id: true },
    });
    await tx.callOffFunder.create({
      data: { id: newId(), callOffId: id, organisationId, number: 1 },
      select: { id: true },
    });
    const owned = { callOffId: id };
    await tx.lot.createMany({ data: lots.map((lot) => ({ ...lot, ...owned, id: newId() })) });
    await tx.criterion.createMany({ data: criteria.map((row) => ({ ...row, ...owned, id: newId() })) });
    await tx.callOffCondition.createMany({ data: conditions.map((row) => ({ ...row, ...owned, id: newId() })) });
    await sharesChanged(scene, id);
    return { value: { id }, id, detail: { reference: quoted, instrument, ...(fromId ? { fromId } : {}) } };
  },
});

const fresh = {
  instrument: "contract" as const,
  lots: [],
  criteria: firstCriteria.map((row, at) => ({ ...row, number: at + 1 })),
  conditions: [],
};

/** Dates to begin with, as a small organisation would want them. Nothing is bound to them until publication. */
async function proposedDates({ tx, now }: Scene, organisationId: string, instrument: "contract" | "grant" | "bond") {
  const { isCentral } = await tx.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { isCentral: true },
  });
  const { holidays, thresholds } = await reference();
  const asked = { instrument, isCentral, estimatePence: 0n, lightTouch: true, on: londonDay(now), thresholds };
  const dates = proposedTimetable({ ...lawOf(asked), holidays, route: null, startsOn: null, mobilisationWeeks: 0 });
  return { ...dates, publishOn: asDate(dates.publishOn), decideOn: asDate(dates.decideOn) };
}

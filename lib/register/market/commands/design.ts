import "server-only";
import { command, type Scene } from "@/lib/core/door/command";
import { refuse, refuseField } from "@/lib/core/door/result";
import type { Prisma } from "@/lib/core/prisma/client";
import { newId } from "@/lib/core/values/id";
import { asDate } from "@/lib/core/values/moment";
import { bandColumns, conditionColumns, partColumns } from "../columns";
import { mayDesign, visibleTo } from "../policy";
import { DesignInput, DiscardInput } from "../schema";
import { standardDesign } from "../standard";
import { claim, loadDraft } from "./draft";

const copied = {
  code: true,
  description: true,
  usedBy: true,
  decideWithin: true,
  graceDays: true,
  secondFromBand: true,
  parts: { select: partColumns },
  conditions: { select: conditionColumns },
  bands: { select: bandColumns },
} satisfies Prisma.RegisterSelect;

/** A design that another can start from. */
export type Design = Prisma.RegisterGetPayload<{ select: typeof copied }>;

/**
 * Starts the design of a register: from the standard one, from nothing, or from another register, whose conditions keep
 * their codes so that answers given there are used again. Nobody but the stewards sees it until it is published.
 */
export const designRegister = command({
  event: "register.design",
  input: DesignInput,
  load: async () => ({}),
  allow: mayDesign,
  run: async (scene, _, { from, title, opensOn, closesOn }) => {
    const { tx, actor, now } = scene;
    const { code, parts, conditions, bands, ...terms } = await startingFrom(scene, from);
    const id = newId();
    await tx.register.create({
      data: {
        id,
        ...terms,
        code: await freeCode(scene, `${(code || slug(title)).replace(/-\d{4}(-\d+)?$/, "")}-${opensOn.slice(0, 4)}`),
        title,
        opensOn: asDate(opensOn),
        closesOn: asDate(closesOn),
        editedById: actor.id,
        createdAt: now,
      },
    });
    const registerId = id;
    await tx.valueBand.createMany({ data: bands.map((band) => ({ ...band, registerId })) });
    await tx.part.createMany({ data: parts.map((part) => ({ ...part, registerId })) });
    await tx.condition.createMany({ data: conditions.map((condition) => ({ ...condition, registerId })) });
    return { value: { id }, id, detail: { edit: 1, from, opensOn, closesOn } };
  },
});

async function startingFrom({ tx, actor }: Scene, from: string): Promise<Design> {
  if (from === "standard") return standardDesign;
  if (from === "empty") return { ...standardDesign, code: "", description: "", parts: [], conditions: [] };
  const other = await tx.register.findFirst({ where: { id: from, AND: visibleTo(actor) }, select: copied });
  return other ?? refuseField("from", "Choose what to start from");
}

/** A code that no register has, from what it might be called. */
async function freeCode({ tx }: Scene, wanted: string): Promise<string> {
  const taken = await tx.register.findMany({ where: { code: { startsWith: wanted } }, select: { code: true } });
  const codes = new Set(taken.map(({ code }) => code));
  const tries = [wanted, ...Array.from({ length: codes.size }, (_, at) => `${wanted}-${at + 2}`)];
  return tries.find((code) => !codes.has(code)) ?? `${wanted}-${codes.size + 2}`;
}

const slug = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 40) || "register";

/** Throws a design away. Refuses one that a notice has told the public of. */
export const discardDesign = command({
  event: "register.discard",
  input: DiscardInput,
  load: loadDraft,
  allow: mayDesign,
  run: async (scene, { id, title }, { edit }) => {
    const { tx } = scene;
    await claim(scene, id, edit, { shown: () => ({ Title: title }) });
    if ((await tx.notice.count({ where: { registerId: id } })) > 0)
      refuse("conflict", "A notice has told the public of this register, so its design is kept.");
    await tx.condition.deleteMany({ where: { registerId: id } });
    await tx.part.deleteMany({ where: { registerId: id } });
    await tx.valueBand.deleteMany({ where: { registerId: id } });
    await tx.register.delete({ where: { id }, select: { id: true } });
    return { value: { id }, id, detail: { title } };
  },
});

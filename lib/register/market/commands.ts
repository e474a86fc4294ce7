import "server-only";
import { command } from "@/lib/core/command";
import { newId } from "@/lib/core/id";
import { refuseField } from "@/lib/core/result";
import standard from "@/prisma/register/standard.json";
import { mayEstablish } from "./policy";
import { EstablishInput } from "./schema";

const asDate = (day: string) => new Date(`${day}T00:00:00Z`);

/**
 * Establishes the register for its term: its parts, and its conditions, which are frozen as it begins to stand. Refuses
 * conditions that the law does not allow, and a term that meets that of another register.
 */
export const establishRegister = command({
  event: "register.establish",
  input: EstablishInput,
  load: async ({ tx }, { opensOn, closesOn }) => {
    // Two admins at once: the second waits here, and then sees the first one's register.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('register.establish'))`;
    const standing = await tx.register.findFirst({
      where: { opensOn: { lte: asDate(closesOn) }, closesOn: { gte: asDate(opensOn) } },
      select: { title: true },
    });
    return { standing };
  },
  allow: mayEstablish,
  run: async ({ tx, now }, { standing }, { opensOn, closesOn, conditions }) => {
    if (standing) refuseField("opensOn", `${standing.title} already runs in these years. Start after its last day`);
    const { id } = await tx.register.create({
      data: {
        id: newId(),
        code: `${standard.code}-${opensOn.slice(0, 4)}`,
        title: standard.title,
        opensOn: asDate(opensOn),
        closesOn: asDate(closesOn),
        createdAt: now,
        parts: { create: standard.parts },
        conditions: { create: conditions.map((said, at) => ({ ...fixed(at), ...said })) },
      },
      select: { id: true },
    });
    await tx.register.update({ where: { id }, data: { frozenAt: now } });
    return {
      value: { id },
      id,
      detail: { opensOn, closesOn, parts: standard.parts.length, conditions: conditions.length },
    };
  },
});

/** What a steward does not reword: the number, the kind and the rule that shapes it. */
function fixed(at: number) {
  const { number, kind, ruleCode } =
    standard.conditions[at] ?? refuseField("conditions", "There are more conditions than the standard has");
  return { number, kind: kind === "declaration" || kind === "evidence" ? kind : "question", ruleCode } as const;
}

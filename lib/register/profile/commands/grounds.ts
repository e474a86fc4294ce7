import "server-only";
import { command, type Scene } from "@/lib/core/command";
import { newId } from "@/lib/core/id";
import { refuse, refuseChanged, refuseField } from "@/lib/core/result";
import { reference } from "@/lib/reference/queries";
import { mayWrite, visibleTo } from "../policy";
import { GroundsInput } from "../schema";

/**
 * Says of every exclusion ground whether it applies, what happened and what was put right. Only what changed is written,
 * as a new version of that answer. Refuses when a colleague has answered since the form was filled.
 */
export const answerGrounds = command({
  event: "groundAnswer.give",
  input: GroundsInput,
  load: async ({ tx, actor }) => {
    const own = await tx.organisation.findFirst({
      where: { AND: [visibleTo(actor), { id: actor.organisationId ?? "" }] },
      select: { id: true },
    });
    return own && { organisationId: own.id };
  },
  allow: mayWrite,
  run: async (scene, { organisationId }, { version, any, applies, what, right }) => {
    const { tx, actor, now } = scene;
    // Held until commit, so that the count below cannot change before the answers are written.
    await tx.$queryRaw`select 1 from "Organisation" where "id" = ${organisationId}::uuid for update`;
    const { grounds } = await reference();
    const stray = applies.find((code) => !grounds.all.some((ground) => ground.code === code));
    if (stray) refuseField("applies", "Tick only from the list shown");
    if ((await tx.groundAnswer.count({ where: { organisationId } })) !== version)
      await refuseNewer(scene, organisationId);

    const before = new Map((await latest(scene, organisationId)).map((answer) => [answer.groundCode, answer]));
    const given = grounds.all.map(({ code }) => {
      const on = any && applies.includes(code);
      return {
        groundCode: code,
        applies: on,
        whatHappened: on ? (what[code] ?? "") : "",
        putRight: on ? (right[code] ?? "") : "",
      };
    });
    const changed = given.filter((answer) => {
      const old = before.get(answer.groundCode);
      return (
        !old ||
        old.applies !== answer.applies ||
        old.whatHappened !== answer.whatHappened ||
        old.putRight !== answer.putRight
      );
    });
    await tx.groundAnswer.createMany({
      data: changed.map((answer) => ({
        ...answer,
        id: newId(now.getTime()),
        organisationId,
        version: (before.get(answer.groundCode)?.version ?? 0) + 1,
        answeredById: actor.id ?? refuse("forbidden", "You cannot do that."),
        answeredAt: now,
      })),
    });
    return {
      value: { id: organisationId },
      id: organisationId,
      detail: {
        changed: changed.length,
        apply: given.filter((answer) => answer.applies).map(({ groundCode }) => groundCode),
      },
    };
  },
});

const latest = ({ tx }: Scene, organisationId: string) =>
  tx.groundAnswer.findMany({
    where: { organisationId },
    distinct: ["groundCode"],
    orderBy: [{ groundCode: "asc" }, { version: "desc" }],
    select: { groundCode: true, version: true, applies: true, whatHappened: true, putRight: true },
  });

async function refuseNewer(scene: Scene, organisationId: string): Promise<never> {
  const { tx } = scene;
  const last = await tx.groundAnswer.findFirst({
    where: { organisationId },
    orderBy: [{ answeredAt: "desc" }, { id: "desc" }],
    select: { answeredById: true, answeredAt: true },
  });
  if (!last) return refuse("conflict", "This has changed. Open the page again.");
  const by = await tx.user.findUnique({ where: { id: last.answeredById }, select: { name: true } });
  const { grounds } = await reference();
  const apply = (await latest(scene, organisationId)).filter(({ applies }) => applies);
  return refuseChanged({
    by: by?.name ?? "A colleague",
    at: last.answeredAt.toISOString(),
    version: await tx.groundAnswer.count({ where: { organisationId } }),
    values:
      apply.length === 0
        ? { "Do any apply?": "No" }
        : Object.fromEntries(apply.map(({ groundCode, whatHappened }) => [grounds.name(groundCode), whatHappened])),
  });
}

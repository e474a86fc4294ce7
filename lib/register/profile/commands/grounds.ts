import "server-only";
import type { z } from "zod";
import { command, type Scene } from "@/lib/core/door/command";
import { refuse, refuseChanged, refuseField } from "@/lib/core/door/result";
import { GroundAbout } from "@/lib/core/prisma/enums";
import { newId } from "@/lib/core/values/id";
import { londonDay } from "@/lib/core/values/moment";
import { reference } from "@/lib/reference/queries";
import { mayWrite, visibleTo } from "../policy";
import { GroundsInput } from "../schema";

/**
 * Says of every exclusion ground whether it applies, to whom, what happened and when, and what was put right and when
 * (Procurement Act 2023, s58). Only what changed is written, as a new version of that answer. Refuses a day to come, and
 * when a colleague has answered since the form was filled.
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
  run: async (scene, { organisationId }, { version, any, applies, ...said }) => {
    const { tx, actor, now } = scene;
    // Held until commit, so that the count below cannot change before the answers are written.
    await tx.$queryRaw`select 1 from "Organisation" where "id" = ${organisationId}::uuid for update`;
    const { grounds } = await reference();
    const stray = applies.find((code) => !grounds.all.some((ground) => ground.code === code));
    if (stray) refuseField("applies", "Tick only from the list shown");
    const today = londonDay(now);
    for (const code of any ? applies : []) {
      if ((said.happened[code] ?? "") > today) refuseField(`happened.${code}`, notYet);
      if ((said.rightOn[code] ?? "") > today) refuseField(`rightOn.${code}`, notYet);
    }
    if ((await tx.groundAnswer.count({ where: { organisationId } })) !== version)
      await refuseNewer(scene, organisationId);

    const before = new Map((await latest(scene, organisationId)).map((answer) => [answer.groundCode, answer]));
    const given = grounds.all.map(({ code }) =>
      any && applies.includes(code) ? answerOf(code, said) : noAnswer(code),
    );
    const changed = given.filter((answer) => isNew(before.get(answer.groundCode), answer));
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

const notYet = "The day must not be in the future";

type Said = Pick<z.output<typeof GroundsInput>, "about" | "what" | "happened" | "right" | "rightOn">;

type Answer = {
  groundCode: string;
  applies: boolean;
  about: GroundAbout;
  whatHappened: string;
  happenedOn: Date | null;
  putRight: string;
  putRightOn: Date | null;
};

const noAnswer = (groundCode: string): Answer => ({
  groundCode,
  applies: false,
  about: "organisation",
  whatHappened: "",
  happenedOn: null,
  putRight: "",
  putRightOn: null,
});

const answerOf = (code: string, { about, what, happened, right, rightOn }: Said): Answer => ({
  groundCode: code,
  applies: true,
  about: Object.values(GroundAbout).find((whom) => whom === about[code]) ?? "organisation",
  whatHappened: what[code] ?? "",
  happenedOn: happened[code] ? new Date(happened[code]) : null,
  putRight: right[code] ?? "",
  putRightOn: rightOn[code] ? new Date(rightOn[code]) : null,
});

/** Whether an answer says anything that the one before did not. */
const isNew = (old: Answer | undefined, now: Answer): boolean =>
  !old ||
  old.applies !== now.applies ||
  old.about !== now.about ||
  old.whatHappened !== now.whatHappened ||
  old.happenedOn?.getTime() !== now.happenedOn?.getTime() ||
  old.putRight !== now.putRight ||
  old.putRightOn?.getTime() !== now.putRightOn?.getTime();

const latest = ({ tx }: Scene, organisationId: string) =>
  tx.groundAnswer.findMany({
    where: { organisationId },
    distinct: ["groundCode"],
    orderBy: [{ groundCode: "asc" }, { version: "desc" }],
    select: {
      groundCode: true,
      version: true,
      applies: true,
      about: true,
      whatHappened: true,
      happenedOn: true,
      putRight: true,
      putRightOn: true,
    },
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

import "server-only";
import { refuse } from "@/lib/core/result";
import { nextReview } from "../rules";
import { PlainInput, ReasonedInput } from "../schema";
import { asDate, load, step, tellMember, today } from "./step";

/** Marks a membership as lapsed, because an answer that it rests on is out of date. */
export const lapseMembership = step("lapse", {
  input: ReasonedInput,
  load,
  run: async (scene, row, { reason }) => {
    await scene.tx.membership.update({ where: { id: row.id }, data: { reason, endsOn: null } });
    await tellMember(
      scene,
      row,
      `Lapsed: ${row.part.title}`,
      `${reason} Bring the answer up to date, and we will renew you.`,
    );
    return {};
  },
});

/** Renews a lapsed membership for a year. Refuses while an answer that it rests on is still out of date. */
export const renewMembership = step("renew", {
  input: PlainInput,
  load,
  run: async (scene, row) => {
    const on = today(scene);
    const answers = await scene.tx.profileAnswer.findMany({
      where: { organisationId: row.organisationId },
      distinct: ["conditionId"],
      orderBy: [{ conditionId: "asc" }, { version: "desc" }],
      select: { expiresOn: true, condition: { select: { title: true } } },
    });
    const late = answers.find(({ expiresOn }) => expiresOn !== null && expiresOn < asDate(on));
    if (late) refuse("conflict", `This answer is still out of date: ${late.condition.title.toLowerCase()}.`);
    const reviewDueOn = nextReview(on);
    await scene.tx.membership.update({
      where: { id: row.id },
      data: { reason: null, reviewDueOn: asDate(reviewDueOn) },
    });
    await tellMember(scene, row, `Renewed: ${row.part.title}`, "Buyers can find your services in this part again.");
    return { reviewDueOn };
  },
});

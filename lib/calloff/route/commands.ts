import "server-only";
import { command, type Scene } from "@/lib/core/door/command";
import { refuse, refuseField } from "@/lib/core/door/result";
import type { Prisma } from "@/lib/core/prisma/client";
import { type HeldCallOff, holdCallOff, touchDraft } from "../record/commands/step";
import { mayRun } from "../record/policy";
import { routeWords } from "../record/words";
import type { Ground, RouteChoice } from "./choices";
import { routesFor } from "./chooser";
import { problems } from "./chooser-words";
import { chooserQuestion, judgedOn } from "./facts";
import { ChooseRouteInput } from "./schema";

/** The call-off's routes as they stand in this transaction. */
async function judge(scene: Scene, row: HeldCallOff) {
  const question = await chooserQuestion(scene.actor, row, { tx: scene.tx, on: judgedOn(scene.now) });
  return { question, choices: routesFor(question) };
}

/**
 * Chooses the route of a draft. Refuses one that is not lawful for its value, kind and day; asks for a reason where one supplier
 * or one grant is chosen, and where the same need is bought in pieces. Keeps the rules and facts that it was chosen by.
 */
export const chooseRoute = command({
  event: "callOff.chooseRoute",
  input: ChooseRouteInput,
  load: (scene, { id }) => holdCallOff(scene, id),
  allow: mayRun,
  run: async (scene, row, { version, route, ground, reason }) => {
    await touchDraft(scene, row, { version, now: { route: row.route ? routeWords[row.route].label : "" } });
    const { question, choices } = await judge(scene, row);
    const choice = choices.find(({ way }) => way === route) ?? refuse("missing", "We could not find that.");
    if (choice.standing === "unlawful")
      refuseField("route", problems.unlawful(route, choice.because[0]?.sentence ?? ""));
    if (choice.reasonFor && reason === "") refuseField("reason", problems.noReason);
    if (choice.grounds.length > 0 && !(ground && choice.grounds.includes(ground)))
      refuseField("ground", problems.noGround);
    await scene.tx.callOff.update({
      where: { id: row.id },
      data: {
        route,
        routeReason: choice.reasonFor ? reason : "",
        ruleCodes: [...new Set(choice.because.map(({ ruleCode }) => ruleCode))],
        routeFacts: factsOf(choice, choice.grounds.length > 0 ? ground : null, scene.now),
        registerId: route === "marketCompetition" ? question.registerId : null,
      },
      select: { id: true },
    });
    return {
      value: { id: row.id },
      id: row.id,
      detail: { route, rules: choice.because.map(({ ruleCode }) => ruleCode) },
    };
  },
});

const factsOf = (choice: RouteChoice, ground: Ground | null, now: Date): Prisma.InputJsonObject => ({
  because: choice.because.map((rule) => ({ ...rule })),
  after: choice.after.map((rule) => ({ ...rule })),
  ground,
  judgedAt: now.toISOString(),
});

/**
 * Refuses to go on when the route that was chosen is not lawful any more, judged again here and now: the lots may have grown, a
 * threshold or the yearly limit changed, or more of the same need been bought since. For the acts before publication.
 */
export async function refuseUnlawfulRoute(scene: Scene, row: HeldCallOff): Promise<void> {
  const { route } = row;
  if (!route) return refuse("conflict", problems.none);
  const { choices } = await judge(scene, row);
  const choice = choices.find(({ way }) => way === route);
  if (!choice || choice.standing === "unlawful")
    return refuse("conflict", problems.changed(route, choice?.because[0]?.sentence ?? ""));
  const { routeReason, registerId } = await scene.tx.callOff.findUniqueOrThrow({
    where: { id: row.id },
    select: { routeReason: true, registerId: true },
  });
  if (choice.reasonFor && routeReason.trim() === "")
    refuse("conflict", problems.changed(route, choice.because[0]?.sentence ?? ""));
  if (route === "marketCompetition" && !registerId) refuse("conflict", problems.noMarket);
}

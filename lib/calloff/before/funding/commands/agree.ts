import "server-only";
import type { Scene } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import { tell } from "@/lib/core/messages/notify";
import { sum } from "@/lib/core/values/money";
import { callOffAddress, callOffStep, type HeldCallOff } from "../../../record/commands/step";
import { AgreeInput, DeclineInput } from "../schema";
import { problems, tellings } from "../words";
import { unask } from "./shares";
import { declareNone, fundersOf, fundingStep, type HeldFunder, holdPart, refuseAlone } from "./step";

type Asking = Pick<HeldCallOff, "id" | "title" | "createdById" | "organisation">;
const address = (row: { id: string }) => `${callOffAddress(row)}/funders`;
const total = ({ shares }: HeldFunder) => sum(shares.map(({ sharePence }) => sharePence));

/**
 * Asks every funder that has not agreed, as part of assessing conflicts, with the call-off held and already in
 * `conflictsAssessed`. When all had agreed before and nothing changed for them, the call-off is funded at once.
 */
export async function askFunders(scene: Scene, row: Asking) {
  const funders = await fundersOf(scene, row.id);
  if (funders.length === 0 || funders.every((funder) => total(funder) === 0n)) refuse("conflict", problems.noLots);
  for (const funder of funders) {
    if (funder.state === "agreed") continue;
    await refuseAlone(scene, funder);
    await unask(scene, funder);
    await fundingStep.within(scene, "ask", { id: funder.id, state: "listed" }, { callOffId: row.id });
    await tell(
      scene,
      { organisationId: funder.organisationId, roles: ["approver"] },
      { ...tellings.asked(row.organisation.name, row.title, total(funder)), href: address(row) },
    );
  }
  await fundWhenAgreed(scene, row);
}

/** Takes questions back that nobody has answered, when the call-off goes back to its draft. Those who agreed stay agreed. */
export async function unaskFunders(scene: Scene, callOffId: string) {
  for (const funder of await fundersOf(scene, callOffId)) if (funder.state === "asked") await unask(scene, funder);
}

async function fundWhenAgreed(scene: Scene, row: Asking) {
  const funders = await fundersOf(scene, row.id);
  if (!funders.every(({ state }) => state === "agreed")) return;
  await callOffStep.within(scene, "fund", { id: row.id, state: "conflictsAssessed" });
  await tell(scene, { userId: row.createdById }, { ...tellings.agreed(row.title), href: callOffAddress(row) });
}

/** Agrees in principle that one's own organisation pays its share, at the most. The last to agree makes the call-off ready to publish. */
export const agreeShare = fundingStep("agree", {
  input: AgreeInput,
  load: (scene, { id }) => holdPart(scene, id),
  run: async (scene, { callOff, ...own }) => {
    if (callOff.state !== "conflictsAssessed") refuse("conflict", problems.notAsked);
    await declareNone(scene, callOff);
    await fundWhenAgreed(scene, callOff);
    return { callOffId: callOff.id, sharePence: String(total(own)) };
  },
});

/** Declines, with a reason. The call-off waits until its commissioner changes the draft. */
export const declineShare = fundingStep("decline", {
  input: DeclineInput,
  load: (scene, { id }) => holdPart(scene, id),
  run: async (scene, { id, organisation, callOff }, { reason }) => {
    if (callOff.state !== "conflictsAssessed") refuse("conflict", problems.notAsked);
    await scene.tx.callOffFunder.update({ where: { id }, data: { reason }, select: { id: true } });
    await tell(
      scene,
      { userId: callOff.createdById },
      { ...tellings.declined(organisation.name, callOff.title), href: address(callOff) },
    );
    return { callOffId: callOff.id };
  },
});

import "server-only";
import { releaseWithin } from "@/lib/calloff/budget/aside";
import type { Scene } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import { tell } from "@/lib/core/messages/notify";
import { day } from "@/lib/core/values/format";
import { asDay, londonDay } from "@/lib/core/values/moment";
import { sideOf } from "../policy";
import { dueFrom, isDue } from "../rules";
import { MoveInput, TerminateInput } from "../schema";
import { tooEarly } from "../words";
import { holdAgreement, agreementStep as step } from "./step";

const load = (scene: Scene, { id }: { id: string }) => holdAgreement(scene, id);

/** Refuses what the calendar does not allow yet, and says from which day it will. */
function refuseEarly({ now }: Scene, event: keyof typeof tooEarly, row: { startsOn: Date; endsOn: Date }) {
  const days = { startsOn: asDay(row.startsOn), endsOn: asDay(row.endsOn) };
  if (!isDue(event, days, londonDay(now)))
    refuse("conflict", tooEarly[event](day(dueFrom(event, days) ?? days.endsOn)));
}

/** Says that getting ready has begun. */
export const mobiliseAgreement = step("mobilise", { input: MoveInput, load, run: async () => ({}) });

/** Says that the service is running: on its start date or later. */
export const startAgreement = step("goLive", {
  input: MoveInput,
  load,
  run: async (scene, row) => {
    refuseEarly(scene, "goLive", row);
    return {};
  },
});

/** Says that the agreement is in its last 90 days. */
export const expireAgreement = step("expire", {
  input: MoveInput,
  load,
  run: async (scene, row) => {
    refuseEarly(scene, "expire", row);
    return {};
  },
});

/** Closes an agreement whose last day has passed. */
export const endAgreement = step("end", {
  input: MoveInput,
  load,
  run: async (scene, row) => {
    refuseEarly(scene, "end", row);
    return {};
  },
});

/**
 * Stops an agreement before its date, with a reason that the other side is told. Of a draft that nobody is bound by yet,
 * either side may say that it will not sign; when nothing is left of its call-off, the money is let go.
 */
export const terminateAgreement = step("terminate", {
  input: TerminateInput,
  load,
  run: async (scene, row, { reason }) => {
    const { id, title, supplierId, buyerId, callOffId } = row;
    await scene.tx.agreement.update({ where: { id }, data: { endReason: reason }, select: { id: true } });
    const draft = row.state === "drafting";
    const bySupplier = sideOf(scene.actor, row) === "supplier";
    const whom = bySupplier
      ? { organisationId: buyerId, roles: ["commissioner" as const, "approver" as const] }
      : { organisationId: supplierId, roles: ["signatory" as const] };
    await tell(scene, whom, {
      title: draft ? "An agreement will not be signed" : "An agreement was stopped early",
      body: `"${title}" was ${draft ? "turned down" : "stopped"} by the ${bySupplier ? "provider" : "buyer"}, with a reason.`,
      href: `/agreements/${id}`,
    });
    if (draft && callOffId) await letGo(scene, callOffId);
    return { signed: !draft };
  },
});

/** Lets go of what was set aside for a call-off once none of its agreements was, or can be, signed. Its row is locked, so that two refusals see each other. */
async function letGo(scene: Scene, callOffId: string) {
  await scene.tx.$queryRaw`select 1 from "CallOff" where "id" = ${callOffId}::uuid for update`;
  const left = await scene.tx.agreement.count({
    where: { callOffId, OR: [{ endReason: null }, { signedAt: { not: null } }] },
  });
  if (left === 0) await releaseWithin(scene, { callOffId });
}

import "server-only";
import { refuseField } from "@/lib/core/door/result";
import { day } from "@/lib/core/values/format";
import { asDate, asDay } from "@/lib/core/values/moment";
import { lastSuspensionDay } from "../rules";
import { PlainInput, SuspendInput } from "../schema";
import { load, step, tellMember, today } from "./step";

/** Hides a member's services in a part until a day, with the reason. */
export const suspendMembership = step("suspend", {
  input: SuspendInput,
  load,
  run: async (scene, row, { reason, endsOn }) => {
    if (endsOn <= today(scene)) refuseField("endsOn", "The last day must be after today");
    if (endsOn > lastSuspensionDay(today(scene))) refuseField("endsOn", "A suspension lasts 12 months at most");
    await scene.tx.membership.update({ where: { id: row.id }, data: { reason, endsOn: asDate(endsOn) } });
    await tellMember(scene, row, `Suspended until ${day(endsOn)}: ${row.part.title}`, reason);
    return { endsOn };
  },
});

/** Ends a suspension: a steward at any time, or the clock on its last day. */
export const resumeMembership = step("resume", {
  input: PlainInput,
  load,
  run: async (scene, row) => {
    await scene.tx.membership.update({ where: { id: row.id }, data: { reason: null, endsOn: null } });
    await tellMember(
      scene,
      row,
      `Member again: ${row.part.title}`,
      "The suspension is over. Buyers can find your services again.",
    );
    return { endsOn: asDay(row.endsOn) };
  },
});

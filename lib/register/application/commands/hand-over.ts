import "server-only";
import { TakeInput } from "../decision/schema";
import { loadAssessed, step } from "./step";

/** Puts an application back in the queue, for somebody else to take. Findings stay with it. */
export const handBackApplication = step("handBack", {
  input: TakeInput,
  load: loadAssessed,
  run: async ({ tx }, { id, assessorId }) => {
    await tx.application.update({ where: { id }, data: { assessorId: null } });
    return { assessorId };
  },
});

import "server-only";
import { tell } from "@/lib/core/messages/notify";
import { TakeInput } from "../decision/schema";
import { loadAssessed, step } from "./step";

/** An assessor takes an application from the queue and begins to read it. */
export const takeApplication = step("take", {
  input: TakeInput,
  load: loadAssessed,
  run: async (scene, { id, organisationId, reference }) => {
    await scene.tx.application.update({ where: { id }, data: { assessorId: scene.actor.id } });
    await tell(
      scene,
      { organisationId, roles: ["editor", "signatory"] },
      {
        title: "The review of your application has started",
        body: `An assessor is reading ${reference}. You do not need to do anything.`,
        href: "/apply",
      },
    );
    return {};
  },
});

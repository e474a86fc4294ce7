import "server-only";
import type { Scene } from "@/lib/core/door/command";
import { refuseField } from "@/lib/core/door/result";
import { tell } from "@/lib/core/messages/notify";
import { newId } from "@/lib/core/values/id";
import { type About, AskInput, readAbout } from "../decision/schema";
import { aboutWords } from "../decision/words";
import { type Assessed, loadAssessed, step } from "./step";

/** Asks the applicant one question about one thing that it sent. The review waits until every question is answered. */
export const askAbout = step("ask", {
  input: AskInput,
  load: loadAssessed,
  run: async (scene, row, { about, question }) => {
    const what = readAbout(about);
    if (!what || !(await wasSent(scene, row, what)))
      refuseField("about", "Choose something that is in this application");
    const id = newId();
    await scene.tx.answerQuery.create({
      data: { id, applicationId: row.id, about, question, askedById: scene.actor.id ?? "", askedAt: scene.now },
    });
    await tell(
      scene,
      { organisationId: row.organisationId, roles: ["editor", "signatory"] },
      {
        title: "A question about your application",
        body: `${what ? aboutWords[what.kind] : ""}: ${question}`,
        href: "/apply",
      },
    );
    return { queryId: id, about };
  },
});

async function wasSent(
  { tx }: Scene,
  { id: applicationId, organisationId }: Assessed,
  { kind, id }: About,
): Promise<boolean> {
  switch (kind) {
    case "profile":
      return true;
    case "condition":
      return (await tx.applicationAnswer.count({ where: { applicationId, conditionId: id } })) > 0;
    case "ground":
      return (await tx.applicationGround.count({ where: { applicationId, groundCode: id } })) > 0;
    case "service":
      return (await tx.service.count({ where: { id, organisationId, state: "inReview" } })) > 0;
  }
}

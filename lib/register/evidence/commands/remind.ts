import "server-only";
import { command, type Scene } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import { tell } from "@/lib/core/messages/notify";
import { day } from "@/lib/core/values/format";
import { answersVisibleTo } from "@/lib/register/profile/policy";
import { isClock, visibleTo } from "../policy";
import { RemindInput } from "../schema";

const people = ["editor", "signatory"] as const;

/** Reminds an organisation's people that a file runs out, so many days before; each reminder once, however many ask. */
export const remindOfEvidence = command({
  event: "evidence.remind",
  input: RemindInput,
  load: ({ tx, actor }, { id }) =>
    tx.evidence.findFirst({
      where: { AND: [visibleTo(actor), { id, withdrawnAt: null, expiresOn: { not: null } }] },
      select: { id: true, organisationId: true, title: true, expiresOn: true },
    }),
  allow: isClock,
  run: async (scene, { id, organisationId, title, expiresOn }, { days }) => {
    await once(scene, "evidence", id, days);
    const on = day(expiresOn ?? scene.now);
    await tell(
      scene,
      { organisationId, roles: [...people] },
      {
        title: `Runs out on ${on}: ${title}`,
        body: "Add a newer version before then. Every answer that rests on it is brought up to date by that.",
        href: `/evidence/${id}`,
      },
    );
    return { value: { id }, id, detail: { days } };
  },
});

/** The same for an answer that runs out. */
export const remindOfAnswer = command({
  event: "profileAnswer.remind",
  input: RemindInput,
  load: ({ tx, actor }, { id }) =>
    tx.profileAnswer.findFirst({
      where: { AND: [answersVisibleTo(actor), { id, expiresOn: { not: null } }] },
      select: {
        id: true,
        organisationId: true,
        expiresOn: true,
        condition: { select: { number: true, title: true } },
      },
    }),
  allow: isClock,
  run: async (scene, { id, organisationId, expiresOn, condition }, { days }) => {
    await once(scene, "answer", id, days);
    const on = day(expiresOn ?? scene.now);
    await tell(
      scene,
      { organisationId, roles: [...people] },
      {
        title: `Your answer runs out on ${on}: ${condition.title}`,
        body: "Check it and save it again before then, so that your membership goes on.",
        href: `/apply/conditions/${condition.number}`,
      },
    );
    return { value: { id }, id, detail: { days } };
  },
});

/** Of two processes that remind at once, the second waits for the first one's row and then stops. */
async function once({ tx, now }: Scene, subject: "evidence" | "answer", subjectId: string, days: number) {
  const { count } = await tx.reminder.createMany({
    data: [{ subject, subjectId, days, sentAt: now }],
    skipDuplicates: true,
  });
  if (count === 0) refuse("conflict", "This reminder has been sent.");
}

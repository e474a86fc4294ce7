import { saveAnswer } from "@/lib/calloff/open/tender/commands/save";
import type { Member } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { newId } from "@/lib/core/values/id";
import { handIn, versionOf } from "./tendering";

/** What this process is told: the tenders that it changes and submits again and again, until it is told that it is too late. */
export type Rush = { tenders: { id: string; criterionId: string; editor: Member; signatory: Member }[] };

export type Told =
  | { kind: "ready"; now: number }
  | {
      kind: "over";
      receipts: { id: string; number: number; hash: string; at: string }[];
      refused: { id: string; message: string }[];
    };

const say = (told: Told) => process.send?.(told);

// A second server process whose clock is wrong: what it believes of the time must decide nothing.
process.on("message", ({ tenders }: Rush) => {
  void (async () => {
    const told: Extract<Told, { kind: "over" }> = { kind: "over", receipts: [], refused: [] };
    await Promise.all(
      tenders.map(async ({ id, criterionId, editor, signatory }) => {
        for (let tooLate = 0; tooLate < 2; ) {
          await saveAnswer(editor, { id, version: await versionOf(id), criterionId, text: `Again ${newId()}.` });
          const result = await handIn(signatory, id);
          if (result.ok) told.receipts.push(result.value);
          else {
            told.refused.push({ id, message: result.refusal.message });
            if (result.refusal.message.includes("time for tenders is over")) tooLate += 1;
          }
        }
      }),
    );
    say(told);
  })();
});
process.on("disconnect", () => {
  void db.$disconnect().then(() => process.exit(0));
});

say({ kind: "ready", now: Date.now() });

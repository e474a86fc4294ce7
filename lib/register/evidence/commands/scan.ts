import "server-only";
import { command } from "@/lib/core/door/command";
import { tell } from "@/lib/core/messages/notify";
import { isClock, visibleTo } from "../policy";
import { ScannedInput } from "../schema";

/** Writes down what the scanner found in a file that had not been scanned. Where it is harmful, its people are told. */
export const recordScan = command({
  event: "evidence.scan",
  input: ScannedInput,
  load: ({ tx, actor }, { evidenceId }) =>
    tx.evidence.findFirst({
      where: { AND: [visibleTo(actor), { id: evidenceId, scan: { in: ["waiting", "notScanned", "failed"] } }] },
      select: { id: true, organisationId: true, title: true, scan: true },
    }),
  allow: isClock,
  run: async (scene, { id, organisationId, title, scan }, { verdict }) => {
    const { count } = await scene.tx.evidence.updateMany({
      where: { id, scan },
      data: { scan: verdict, scannedAt: scene.now },
    });
    if (count === 1 && verdict === "infected")
      await tell(
        scene,
        { organisationId, roles: ["editor", "signatory"] },
        {
          title: `A file is blocked: ${title}`,
          body: "The virus scanner found something harmful in it. Nobody can open it. Add a clean copy in its place.",
          href: `/evidence/${id}`,
        },
      );
    return { value: { id }, id, detail: { from: scan, to: verdict } };
  },
});

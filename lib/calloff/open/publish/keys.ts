import "server-only";
import type { Scene } from "@/lib/core/door/command";

/**
 * Destroys the keys of a call-off that ends before its tenders were opened, within the command that ends it: drafts,
 * submissions and what sub-contractors were asked can be read by nobody any more. Done once; a second time does nothing.
 */
export async function destroyKeys({ tx, now, record }: Pick<Scene, "tx" | "now" | "record">, callOffId: string) {
  const { count } = await tx.callOffKey.updateMany({
    where: { callOffId, destroyedAt: null },
    data: { quality: null, price: null, destroyedAt: now },
  });
  if (count > 0) record({ event: "callOff.destroyKeys", subject: "callOff", subjectId: callOffId, detail: {} });
}

import "server-only";
import type { Tx } from "../db";
import { canonical, sha256 } from "../values/canonical";
import { refuse } from "./result";

type Once = { actorId: string; command: string; key: string; input: unknown };

const hash = (input: unknown) => sha256(canonical(input));

/**
 * Claims the key in this transaction; a second press waits here until the first has ended. Gives the first result when
 * there is one, null when this is the first. Refuses a used key with another input.
 */
export async function firstResult<Out>(tx: Tx, { actorId, command, key, input }: Once): Promise<{ value: Out } | null> {
  const inputHash = hash(input);
  const claimed = await tx.$executeRaw`
    insert into "IdempotencyKey" ("actorId", "command", "key", "inputHash", "result")
    values (${actorId}::uuid, ${command}, ${key}, ${inputHash}, 'null'::jsonb) on conflict do nothing`;
  if (claimed === 1) return null;
  const before = await tx.idempotencyKey.findUniqueOrThrow({
    where: { actorId_command_key: { actorId, command, key } },
    select: { inputHash: true, result: true },
  });
  if (before.inputHash !== inputHash)
    refuse("conflict", "You have already sent this form with other answers. Open it again to send new ones.");
  return { value: before.result as Out };
}

/** Keeps the result of the first press beside its change. */
export async function keepResult(tx: Tx, { actorId, command, key }: Once, value: unknown) {
  await tx.idempotencyKey.update({
    where: { actorId_command_key: { actorId, command, key } },
    data: { result: JSON.parse(JSON.stringify(value ?? null)) },
  });
}

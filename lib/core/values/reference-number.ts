import "server-only";
import type { Scene } from "../door/command";
import { londonDay } from "./moment";

/**
 * The next quotable reference in the year of the scene's clock, such as TC-2026-000123. One sequence serves every
 * prefix, so that writers never queue for a number; a command that rolls back leaves a gap, which is harmless.
 */
export async function nextReference({ tx, now }: Pick<Scene, "tx" | "now">, prefix: string): Promise<string> {
  const [row] = await tx.$queryRaw<{ number: bigint }[]>`select nextval('reference_number') as number`;
  return `${prefix}-${londonDay(now).slice(0, 4)}-${String(row?.number ?? 0).padStart(6, "0")}`;
}

import type { Member, Person } from "@/lib/core/actor";
import { atTime } from "@/lib/core/clock";
import type { Command } from "@/lib/core/door/command";
import type { OrganisationKind, Role } from "@/lib/core/prisma/enums";

/** The moment that the demo world counts back from. */
export const today = new Date();
const dayLength = 86_400_000;

/** Ten in the morning, so many days before today. */
export function daysAgo(days: number): Date {
  const then = new Date(today.getTime() - days * dayLength);
  then.setUTCHours(10, 0, 0, 0);
  return then.getTime() > today.getTime() ? today : then;
}

export const dayText = (date: Date) => date.toISOString().slice(0, 10);
export const inDays = (days: number) => dayText(new Date(today.getTime() + days * dayLength));

/** Does something as somebody, at a time. A refusal ends the seed: the river must flow. */
export async function act<Out>(
  command: Command<Out>,
  actor: Parameters<Command<Out>>[0],
  input: unknown,
  when = today,
): Promise<Out> {
  const result = await atTime(when, () => command(actor, input));
  if (result.ok) return result.value;
  const { refusal } = result;
  throw new Error(
    `The demo world was refused: ${refusal.message} ${"fields" in refusal ? JSON.stringify(refusal.fields) : ""} ${JSON.stringify(input, (_key, value) => (typeof value === "bigint" ? String(value) : value))}`,
  );
}

export const person = (id: string): Person => ({ kind: "person", id, organisationId: null, roles: [] });

export const member = (kind: OrganisationKind, id: string, organisationId: string, roles: readonly Role[]): Member => ({
  kind,
  id,
  organisationId,
  roles,
});

/** Chance that falls the same way each time (mulberry32). */
export function dice(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    /** A whole number from `low` to `high`, both included. */
    whole: (low: number, high: number) => low + Math.floor(next() * (high - low + 1)),
    of: <T>(list: readonly T[]): T => {
      const found = list[Math.floor(next() * list.length)];
      if (found === undefined) throw new Error("Nothing to choose from.");
      return found;
    },
  };
}

/** One line that grows in a terminal, or a line for each step elsewhere. */
export function progress(label: string, total: number) {
  let done = 0;
  const draw = () => {
    if (!process.stdout.isTTY) return;
    const filled = Math.round((done / total) * 24);
    process.stdout.write(`\r  ${label.padEnd(28)} [${"█".repeat(filled)}${"·".repeat(24 - filled)}] ${done}/${total}`);
  };
  draw();
  return {
    step: () => {
      done += 1;
      draw();
    },
    end: () => process.stdout.write(process.stdout.isTTY ? "\n" : `  ${label}: ${done}\n`),
  };
}

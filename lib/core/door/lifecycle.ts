import "server-only";
import type { z } from "zod";
import type { Actor } from "../actor";
import type { Tx } from "../db";
import type { Prisma } from "../prisma/client";
import { command, type Scene } from "./command";
import { refuse } from "./result";

type Thing<S extends string, E extends string, Facts> = {
  subject: string;
  machine: { next: (from: S, event: E) => S | undefined };
  may: Record<E, (actor: Actor, row: Facts) => boolean>;
  /** What people call the state, for the sentence that refuses. */
  words: Record<S, { label: string }>;
  /** The scene comes last, for a row that must say who moved it, and when, in the same statement. */
  move: (tx: Tx, id: string, from: S, to: S, scene: Scene) => Promise<{ count: number }>;
};

/**
 * One word, said once, is the transition, the permission and the audit line. `step` makes a command of an event;
 * `step.within` moves a row as part of another command, in its transaction and its record. Both refuse (conflict) an
 * event that the state does not allow, and the second of two people who press at once.
 */
export function lifecycle<S extends string, E extends string, Facts>(thing: Thing<S, E, Facts>) {
  const move = async (scene: Scene, event: E, row: { id: string; state: S }) => {
    const to =
      thing.machine.next(row.state, event) ??
      refuse("conflict", `This cannot be done now: it is ${thing.words[row.state].label.toLowerCase()}.`);
    const { count } = await thing.move(scene.tx, row.id, row.state, to, scene);
    if (count === 0) refuse("conflict", "Someone else has just changed this. Look again before you go on.");
    return to;
  };

  const step = <In extends z.ZodType, Row extends Facts & { id: string; state: S }>(
    event: E,
    how: {
      input: In;
      load: (scene: Scene, input: z.output<In>) => Promise<Row | null>;
      run: (scene: Scene, row: Row, input: z.output<In>) => Promise<Prisma.InputJsonObject>;
    },
  ) =>
    command({
      event: `${thing.subject}.${event}`,
      input: how.input,
      load: how.load,
      allow: thing.may[event],
      run: async (scene, row, input) => {
        const to = await move(scene, event, row);
        const detail = await how.run(scene, row, input);
        return { value: { id: row.id }, id: row.id, detail: { from: row.state, to, ...detail } };
      },
    });

  /** The same move as a part of another command. Permission is that command's. */
  step.within = async (scene: Scene, event: E, row: { id: string; state: S }, detail: Prisma.InputJsonObject = {}) => {
    const to = await move(scene, event, row);
    scene.record({
      event: `${thing.subject}.${event}`,
      subject: thing.subject,
      subjectId: row.id,
      detail: { from: row.state, to, ...detail },
    });
  };

  return step;
}

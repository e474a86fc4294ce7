import "server-only";
import type { z } from "zod";
import type { Actor } from "../actor";
import { db, type Tx } from "../db";
import type { Prisma } from "../prisma/client";
import { log } from "../process/log";
import { committed } from "./after";
import { begin, end, type Letter, type Line, type Note } from "./ends";
import { isBusy, isRepeatable, isUniqueClash } from "./fault";
import { invalid, Refused, type Result, refuse } from "./result";
import { inTurn, Rushed } from "./turns";

/**
 * Where a command happens: its transaction, who acts, the database's clock, and what is written with its last statement: the
 * record of what happened, and whom it tells.
 */
export type Scene = {
  tx: Tx;
  actor: Actor;
  now: Date;
  record: (line: Line) => void;
  post: (what: { notes: readonly Note[]; letters: readonly Letter[] }) => void;
};

type Step<In extends z.ZodType, Row, Out> = {
  event: string;
  input: In;
  load: (scene: Scene, input: z.output<In>) => Promise<Row | null>;
  allow: (actor: Actor, row: Row) => boolean;
  run: (
    scene: Scene,
    row: Row,
    input: z.output<In>,
  ) => Promise<{ value: Out; id: string; detail: Prisma.InputJsonObject }>;
};

/** A verb of the domain: the only kind of function that changes the world. */
export type Command<Out> = (actor: Actor, raw: unknown) => Promise<Result<Out>>;

/**
 * The only door to a write: parse, load, allow, run, record. One transaction, one permission check, one audit line for
 * each thing that changed. `raw` may carry `key`: the same person, command and key get the first result again, and
 * another input under a used key is a conflict. Refuses invalid, missing, forbidden and conflict; throws faults.
 */
export function command<In extends z.ZodType, Row, Out>(step: Step<In, Row, Out>): Command<Out> {
  const [subject = step.event] = step.event.split(".");
  return async (actor, raw) => {
    const parsed = step.input.safeParse(raw);
    if (!parsed.success) return { ok: false, refusal: invalid(parsed.error) };
    const key = keyIn(raw);
    const once = key && actor.id ? { actorId: actor.id, command: step.event, key, input: parsed.data } : null;

    const attempt = () =>
      db.$transaction(async (tx) => {
        const { now, first } = await begin<Out>(tx, once);
        if (first) return first.value;
        const [lines, notes, letters]: [Line[], Note[], Letter[]] = [[], [], []];
        const scene: Scene = {
          ...{ tx, actor, now },
          record: (line) => lines.push(line),
          post: (what) => {
            notes.push(...what.notes);
            letters.push(...what.letters);
          },
        };
        const row = (await step.load(scene, parsed.data)) ?? refuse("missing", "We could not find that.");
        if (!step.allow(actor, row)) refuse("forbidden", "You cannot do that.");
        const { value, id, detail } = await step.run(scene, row, parsed.data);
        lines.unshift({ event: step.event, subject, subjectId: id, detail });
        await end(tx, { actor, now, lines, notes, letters, once, value });
        return value;
      });

    try {
      const value = await repeated(() => inTurn(attempt));
      committed();
      return { ok: true, value };
    } catch (error) {
      if (error instanceof Refused) {
        if (error.refusal.kind === "forbidden") await rememberRefusal(actor, step.event, error.refusal.kind);
        return { ok: false, refusal: error.refusal };
      }
      if (isUniqueClash(error))
        return {
          ok: false,
          refusal: { kind: "conflict", message: "Someone has just done this. Look again before you repeat it." },
        };
      if (!(error instanceof Rushed || isBusy(error) || isRepeatable(error))) throw error;
      log.warn({ event: step.event }, "The database had no time for a command");
      return { ok: false, refusal: { kind: "conflict", message: busy } };
    }
  };
}

/** What somebody is told whose press found the database too busy. It was undone, so the same key may be used again. */
export const busy = "Too many people are doing this at once. Nothing was changed. Try again in a moment.";

const keyIn = (raw: unknown): string | null => {
  const key = typeof raw === "object" && raw !== null && "key" in raw ? raw.key : null;
  return typeof key === "string" && /^[\w-]{8,64}$/.test(key) ? key : null;
};

/**
 * Two writers can meet in a way that only one survives; the other is asked again, three times at the most. Who waited too
 * long, for a row or for the database, is asked again once: a slow moment of the machine is not a rush of people.
 */
async function repeated<T>(attempt: () => Promise<T>, left = { meetings: 3, waits: 1 }): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    const [met, waited] = [isRepeatable(error), isBusy(error)];
    if (!(met && left.meetings > 0) && !(waited && left.waits > 0)) throw error;
    await new Promise((resolve) => setTimeout(resolve, 10 + Math.random() * 40));
    return repeated(attempt, { meetings: left.meetings - Number(met), waits: left.waits - Number(waited) });
  }
}

/** Outside the transaction, which has rolled back: a refusal of permission is remembered too. */
async function rememberRefusal(actor: Actor, event: string, kind: string) {
  await db.permissionRefusal.create({
    data: { actorKind: actor.kind, actorId: actor.id, organisationId: actor.organisationId, command: event, kind },
  });
}

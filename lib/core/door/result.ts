import type { z } from "zod";

/** Why a command said no. All else is a fault, and is thrown. */
export type Refusal =
  | { kind: "invalid"; message: string; fields: Record<string, string[] | undefined> }
  | { kind: "forbidden"; message: string }
  | { kind: "missing"; message: string }
  | { kind: "conflict"; message: string; changed?: Changed };

/** What a colleague saved while you were typing: shown beside what you typed, never overwritten. `version` is what to send to replace it. */
export type Changed = { by: string; at: string; version: number; values: Record<string, string> };

export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

/** Thrown inside a command so that the transaction rolls back; caught once, in command.ts. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
  }
}

/** Says no from inside a command. Everything that the command had done is undone. */
export function refuse(kind: "forbidden" | "missing" | "conflict", message: string): never {
  throw new Refused({ kind, message });
}

/** Says no because a colleague saved first, and shows what they saved. */
export function refuseChanged(changed: Changed): never {
  throw new Refused({
    kind: "conflict",
    message: `${changed.by} changed this while you were typing. Nothing of yours is lost.`,
    changed,
  });
}

/** Says no to one field from inside a command, once the database has shown what the form could not. */
export function refuseField(field: string, message: string): never {
  throw new Refused({ kind: "invalid", message: "There is a problem", fields: { [field]: [message] } });
}

/** What zod found, by field path ("lines.0.price"), the whole-form message apart. */
export function invalid(error: z.ZodError): Refusal {
  const fields: Record<string, string[] | undefined> = {};
  let message = "There is a problem";
  for (const issue of error.issues) {
    const path = issue.path.join(".");
    if (path === "") message = issue.message;
    else fields[path] = [...(fields[path] ?? []), issue.message];
  }
  return { kind: "invalid", message, fields };
}

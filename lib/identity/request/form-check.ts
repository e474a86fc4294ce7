import { readFile } from "node:fs/promises";
import { z } from "zod";

const manifest = z.object({ node: z.record(z.string(), z.unknown()) });
let actions: Promise<ReadonlySet<string> | null> | undefined;

/**
 * Looks at a form before Next does, because what Next cannot read it answers with a bare 500. Gives 400 for a form that
 * is broken, 409 for one that names an action of another build (a page left open over an update), null for the rest.
 */
export async function unreadableForm(request: Request): Promise<400 | 409 | null> {
  if (request.method !== "POST") return null;
  const isCall = request.headers.has("next-action");
  if (!request.headers.get("content-type")?.startsWith("multipart/form-data")) {
    if (!isCall) return null;
    // A call without a form has no parts that its arguments could name.
    return readArguments(await request.clone().text(), () => false) ? null : 400;
  }
  const form = await request
    .clone()
    .formData()
    .catch(() => null);
  if (!form) return 400;
  if (isCall) return readArguments(form.get("0"), (part) => form.has(part)) ? null : 400;
  const named = actionsIn(form);
  if (named === null) return 400;
  const known = await knownActions();
  return known && named.some((id) => !known.has(id)) ? 409 : null;
}

/** The ids of the actions that a form without JavaScript names; null when they cannot be read. */
function actionsIn(form: FormData): string[] | null {
  const ids: string[] = [];
  for (const key of form.keys()) {
    if (key.startsWith("$ACTION_ID_")) ids.push(key.slice("$ACTION_ID_".length));
    if (!key.startsWith("$ACTION_REF_")) continue;
    const parts = `$ACTION_${key.slice("$ACTION_REF_".length)}:`;
    const has = (part: string) => form.has(`${parts}${part}`);
    const action = bound.safeParse(readArguments(form.get(`${parts}0`), has));
    if (!action.success || (action.data.bound && !readArguments(form.get(`${parts}1`), has))) return null;
    ids.push(action.data.id);
  }
  return ids;
}

const bound = z.object({ id: z.string(), bound: z.literal("$@1").nullish() });

/** What React sent for arguments, as JSON; null when it is none, or when it speaks of a part that was not sent. */
function readArguments(entry: FormDataEntryValue | null, has: (part: string) => boolean): unknown {
  if (typeof entry !== "string") return null;
  try {
    const read: unknown = JSON.parse(entry, (_key, value) => {
      const [, part] = (typeof value === "string" && /^\$[@FhTQWBiAOoUSsLlGgMmVRr]?([0-9a-f]+)/.exec(value)) || [];
      if (part !== undefined && !has(String(Number.parseInt(part, 16))))
        throw new SyntaxError("It names what is not there.");
      return value;
    });
    return typeof read === "object" ? read : null;
  } catch {
    return null;
  }
}

/** The actions of the build that is served; null under `next dev`, where they come and go. */
function knownActions() {
  actions ??= readFile(".next/server/server-reference-manifest.json", "utf8").then(
    (text) =>
      process.env.NODE_ENV === "production" ? new Set(Object.keys(manifest.parse(JSON.parse(text)).node)) : null,
    () => null,
  );
  return actions;
}

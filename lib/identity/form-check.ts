import { readFile } from "node:fs/promises";
import { z } from "zod";

const manifest = z.object({ node: z.record(z.string(), z.unknown()) });
let actions: Promise<ReadonlySet<string> | null> | undefined;

/**
 * Looks at a form before Next does, because what Next cannot read it answers with a bare 500. Gives 400 for a form that
 * is broken, 409 for one that names an action of another build (a page left open over an update), null for the rest.
 */
export async function unreadableForm(request: Request): Promise<400 | 409 | null> {
  if (request.method !== "POST" || !request.headers.get("content-type")?.startsWith("multipart/form-data")) return null;
  const form = await request
    .clone()
    .formData()
    .catch(() => null);
  if (!form) return 400;
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
    const id = boundId(form.get(`$ACTION_${key.slice("$ACTION_REF_".length)}:0`));
    if (!id) return null;
    ids.push(id);
  }
  return ids;
}

const bound = z.object({ id: z.string() });

function boundId(entry: FormDataEntryValue | null): string | null {
  if (typeof entry !== "string") return null;
  try {
    return bound.parse(JSON.parse(entry)).id;
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

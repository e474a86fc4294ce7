import "server-only";
import { mkdir, readdir, readFile, rename, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { isId } from "../values/id";

const most = 400;
const shown = 50;

const letter = z.object({ id: z.string(), to: z.string(), subject: z.string(), text: z.string(), at: z.string() });
/** A message in the demo's mailbox. */
export type Kept = z.infer<typeof letter>;

const folder = () => join(process.env.DATA_DIR ?? ".data", "mailbox");

/** Puts a message where the demo's mailbox page finds it. The oldest make room for the newest. */
export async function putInMailbox({ id, to, subject, text }: Omit<Kept, "at">) {
  await mkdir(folder(), { recursive: true });
  const kept: Kept = { id, to, subject, text, at: new Date().toISOString() };
  const file = join(folder(), `${id}.json`);
  await writeFile(`${file}.part`, JSON.stringify(kept, null, 2));
  await rename(`${file}.part`, file);
  const names = await fileNames();
  await Promise.all(names.slice(most).map((name) => unlink(join(folder(), name)).catch(() => {})));
}

/** The newest messages in the demo's mailbox; with words, the newest of those that have them in the address, the subject or the text. */
export async function readMailbox(words = ""): Promise<Kept[]> {
  const all = await fileNames();
  const names = words ? all : all.slice(0, shown);
  const read = await Promise.all(names.map((name) => readFile(join(folder(), name), "utf8").catch(() => "")));
  const wanted = words.toLowerCase();
  return read
    .flatMap((text) => {
      const found = letter.safeParse(text ? JSON.parse(text) : null);
      return found.success ? [found.data] : [];
    })
    .filter(({ to, subject, text }) => `${to} ${subject} ${text}`.toLowerCase().includes(wanted))
    .slice(0, shown);
}

/** Ids sort by birth, so names do. */
async function fileNames() {
  const names = await readdir(folder()).catch(() => []);
  return names
    .filter((name) => isId(name.replace(/\.json$/, "")))
    .sort()
    .reverse();
}

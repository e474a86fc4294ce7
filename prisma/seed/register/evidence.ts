import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Member, system } from "@/lib/core/actor";
import { atTime } from "@/lib/core/clock";
import { db } from "@/lib/core/db";
import { newId } from "@/lib/core/values/id";
import { withdrawEvidence } from "@/lib/register/evidence/commands/withdraw";
import { incomingFolder, openStorage } from "@/lib/register/evidence/storage/storage";
import { takeIn } from "@/lib/register/evidence/upload/take-in";
import { lapseMembership } from "@/lib/register/membership/commands/lapse";
import { answerCondition } from "@/lib/register/profile/commands/answers";
import { shareSnapshot, takeSnapshot } from "@/lib/register/profile/snapshot/commands";
import { act, daysAgo, dayText, inDays, today } from "../play";
import { answersTo } from "../said";
import type { Ground, Joined } from "./join";

type Said = { title: string; kind: string; expiresOn?: string; readers?: string; renews?: string };

/** The charities whose membership has lapsed with a file that ran out; one for each width of a journey. */
const lapsed = ["Llusern Gwent", "Eryri Camau"];

/** A charity brings its constitution with its application, where it has thought of it. */
export async function bringFile(
  { actor, name, at }: { actor: Member; name: string; at: number },
  ground: Ground,
  when: Date,
) {
  if (at % 7 !== 2) return;
  const id = await addFile(
    actor,
    { title: `Constitution of ${name}`, kind: "governingDocument", readers: "buyers" },
    when,
  );
  await restOn(actor, ground, { number: 2, version: 1, files: [id] }, when);
}

/** What members do with files afterwards: checked again each year, renewed, withdrawn, left to run out, and shared. */
export async function keepFiles(members: readonly Joined[], ground: Ground, buyers: readonly string[]) {
  for (const [at, { actor }] of members.entries())
    await restOn(
      actor,
      ground,
      { number: 5, version: 1, files: [], more: "We looked at it again this year." },
      daysAgo(20 + at * 3),
    );
  for (const joined of members.filter(({ charity }) => lapsed.includes(charity.name))) await letRunOut(joined, ground);
  const [first] = members;
  if (!first) throw new Error("Nobody is a member.");
  await fillShelf(first.actor, ground);
  const { id: snapshotId } = await act(takeSnapshot, first.actor, { sure: "yes" }, daysAgo(6));
  await act(shareSnapshot, first.actor, { snapshotId, organisationIds: [...buyers] }, daysAgo(6));
}

/** One charity with a file of every standing. */
async function fillShelf(actor: Member, ground: Ground) {
  const constitution = await addFile(
    actor,
    { title: "Constitution", kind: "governingDocument", readers: "buyers" },
    daysAgo(300),
  );
  await restOn(actor, ground, { number: 2, version: 1, files: [constitution] }, daysAgo(299));
  const accounts = { title: "Accounts, last year", kind: "accounts", expiresOn: dayText(daysAgo(40)) };
  const last = await addFile(actor, accounts, daysAgo(298));
  await restOn(actor, ground, { number: 7, version: 1, files: [last] }, daysAgo(298));
  await addFile(
    actor,
    { ...accounts, title: "Accounts, this year", expiresOn: inDays(320), renews: last },
    daysAgo(70),
  );
  await addFile(
    actor,
    { title: "Data protection registration", kind: "registration", expiresOn: inDays(24) },
    daysAgo(200),
  );
  const draft = await addFile(actor, { title: "Complaints policy, a draft", kind: "policy" }, daysAgo(100));
  await act(withdrawEvidence, actor, { evidenceId: draft }, daysAgo(90));
}

/** Accounts that ran out, the days of grace that followed, and the membership that lapsed with them. */
async function letRunOut({ actor, charity }: Joined, ground: Ground) {
  const title = `Accounts of ${charity.name}`;
  const file = await addFile(actor, { title, kind: "accounts", expiresOn: dayText(daysAgo(60)) }, daysAgo(200));
  await restOn(actor, ground, { number: 7, version: 1, files: [file] }, daysAgo(199));
  const rows = await db.membership.findMany({
    where: { organisationId: actor.organisationId, state: "active" },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  const reason = 'Your answer about "Money to run on" ran out.';
  for (const { id } of rows) await act(lapseMembership, system, { membershipId: id, reason }, daysAgo(25));
}

type Rest = { number: number; version: number; files: string[]; more?: string };

/** Gives an answer again, resting on files. */
async function restOn(actor: Member, ground: Ground, { number, version, files, more }: Rest, when: Date) {
  const condition = ground.conditions.find((one) => one.number === number);
  if (!condition) throw new Error(`There is no condition ${number}.`);
  const text = [answersTo(condition), more].filter(Boolean).join(" ");
  const said = { conditionId: condition.id, version, met: "yes", text, expiresOn: "", evidenceIds: files };
  await act(answerCondition, actor, said, when);
}

/** Adds a file by the way that an upload takes, from the moment that its form has been read. */
async function addFile(
  actor: Member,
  { expiresOn = "", readers = "stewards", ...said }: Said,
  when = today,
): Promise<string> {
  const bytes = pdfOf(said.title);
  const path = join(incomingFolder(), newId());
  await mkdir(incomingFolder(), { recursive: true, mode: 0o700 });
  await writeFile(path, bytes, { mode: 0o600 });
  const fields = new FormData();
  for (const [name, value] of Object.entries({ ...said, expiresOn, readers })) fields.append(name, value);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const file = { path, fileName: `${said.title}.pdf`, declared: "application/pdf", bytes: bytes.length, sha256 };
  const means = { storage: openStorage(), scan: null };
  const result = await atTime(when, () => takeIn(actor, { ok: true, fields, file, tooLarge: false }, means));
  if (!result.ok) throw new Error(`The demo world was refused a file: ${JSON.stringify(result.refusal)}`);
  return result.value.id;
}

/** A page of PDF that says its title, and that it is made up. */
function pdfOf(title: string): Buffer {
  const shown = title
    .normalize("NFKD")
    .replace(/[^ -~]/g, "")
    .replace(/[\\()]/g, "");
  const drawn = `BT /F1 20 Tf 72 760 Td (${shown}) Tj 0 -32 Td /F1 12 Tf (Made up, for the demo of Throughcare.) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let text = "%PDF-1.4\n";
  const starts = objects.map((object, at) => {
    const start = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return start;
  });
  const table = starts.map((start) => `${String(start).padStart(10, "0")} 00000 n \n`).join("");
  const end = `xref\n0 6\n0000000000 65535 f \n${table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text + end, "latin1");
}

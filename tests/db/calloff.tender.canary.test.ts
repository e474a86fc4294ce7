import { inspect } from "node:util";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { confirmPartner } from "@/lib/calloff/open/partner/commands/answer";
import { findAsked } from "@/lib/calloff/open/partner/queries";
import { savePartners } from "@/lib/calloff/open/tender/commands/partners";
import { saveAnswer } from "@/lib/calloff/open/tender/commands/save";
import { findTender } from "@/lib/calloff/open/tender/queries/own";
import { type Actor, type Member, system, visitor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { exportHistory, findHistory, listHistory } from "@/lib/core/history/history";
import { log } from "@/lib/core/process/log";
import { newId } from "@/lib/core/values/id";
import { condition, filled, handIn, versionOf } from "../support/call-off/tendering";
import { openedNow, passed } from "../support/call-off/tenders";
import { type Bidder, callOffIn, type Made, type Players, players } from "../support/call-off/world";
import { filesIn } from "../support/files";
import { done, member, organisation } from "../support/world.calloff";

/** What is looked for: a word in every field that takes words, and an amount that nothing else costs. */
const WORD = "zqxcanaryzqx";
const AMOUNTS = { unit: "7654.31", mobilisation: "98765.43" };
const secrets = [WORD, "7654.31", "7,654.31", "765431", "98765.43", "98,765.43", "9876543", "1728"];
/** As other encodings would show it. */
const hidden = [Buffer.from(WORD).toString("hex"), Buffer.from(WORD).toString("base64").slice(0, 14)];

let world: Players;
let own: Bidder;
let partner: Bidder;
let rival: Bidder;
let made: Made;
let tenderId: string;
let partnerId: string;
let others: Member[];
const said: string[] = [];

const listen = () => {
  const keep = (...parts: unknown[]) => {
    said.push(parts.map((part) => (typeof part === "string" ? part : inspect(part, { depth: 8 }))).join(" "));
    return true;
  };
  for (const level of ["debug", "info", "warn", "error", "fatal"] as const)
    vi.spyOn(log, level).mockImplementation((...parts: unknown[]) => void keep(...parts));
  for (const level of ["log", "info", "warn", "error"] as const) vi.spyOn(console, level).mockImplementation(keep);
  vi.spyOn(process.stdout, "write").mockImplementation(keep);
  vi.spyOn(process.stderr, "write").mockImplementation(keep);
};

beforeEach(listen);
afterEach(() => vi.restoreAllMocks());

beforeAll(async () => {
  listen();
  world = await players();
  const [first, second, third] = world.bidders;
  if (!first || !second || !third) throw new Error("There are no bidders.");
  [own, partner, rival] = [first, second, third];
  made = await callOffIn(world);
  await condition(made);
  tenderId = await filled(made, own, { mark: WORD, ...AMOUNTS });
  const { reference } = await db.organisation.findUniqueOrThrow({ where: { id: partner.organisationId } });
  const partners = [{ who: reference, share: "17.28", volume: "17", does: WORD }];
  done(await savePartners(own.editor, { id: tenderId, version: await versionOf(tenderId), partners }));
  const asked = await db.tenderPartner.findFirstOrThrow({ where: { tenderId } });
  partnerId = asked.id;
  done(await confirmPartner(partner.signatory, { id: partnerId, asked: asked.askedAt.toISOString(), signed: "yes" }));
  // What is refused is not written down either: a stale save, a length, a press by somebody who may not.
  const criterionId = made.criteria[0]?.id;
  await saveAnswer(own.editor, { id: tenderId, version: "1", criterionId, text: `${WORD} again` });
  await saveAnswer(own.editor, { id: tenderId, version: "1", criterionId, text: `${WORD} `.repeat(600) });
  await saveAnswer(rival.editor, { id: tenderId, version: "1", criterionId, text: WORD });
  done(await handIn(own.signatory, tenderId));
  await db.evaluator.create({
    data: {
      ...{ callOffId: made.id, userId: world.one.id, role: "evaluator" },
      ...{ appointedById: world.commissioner.id, appointedAt: new Date() },
    },
  });
  others = await Promise.all([
    member("steward", await organisation("steward", "The steward"), "assessor", "admin", "auditor"),
    member("authority", world.authorityId, "commissioner", "approver", "evaluator", "practitioner", "admin", "auditor"),
    member("provider", await organisation("provider", "A stranger"), "signatory", "editor", "auditor"),
  ]);
  vi.restoreAllMocks();
}, 60_000);

/** Everybody but the organisation itself: each role, each kind of body, and whoever will judge. */
const everybody = (): Actor[] => [
  visitor,
  system,
  { kind: "person", id: newId(), organisationId: null, roles: [] },
  ...[world.one, world.funderApprover, rival.signatory, ...others],
];

/** What a question is asked with: every id that a curious person could have got hold of. */
const curious = async () => {
  const row = await db.callOff.findUniqueOrThrow({ where: { id: made.id }, select: { reference: true } });
  const forms = [
    { id: made.id, callOffId: made.id, tenderId, title: "Quality 1", organisationId: own.organisationId },
    { id: tenderId, tenderId, subject: "tender", subjectId: tenderId, criterionId: made.criteria[0]?.id },
  ];
  const ids = [made.id, tenderId, partnerId, row.reference];
  return [[], ...ids.map((id) => [id]), ...forms.map((form) => [form]), [made.id, tenderId]];
};

type Read = (actor: Actor, ...more: unknown[]) => unknown;
const isRead = (value: unknown): value is Read => typeof value === "function" && !String(value).startsWith("class");

/** Every read of the room, and those of the rooms that tell of everything. */
async function reads(): Promise<{ name: string; read: Read }[]> {
  const files = filesIn("lib", /\/queries(\.ts$|\/[^/]+\.ts$)/).filter((file) =>
    /^lib\/(calloff|agreements|openness)\//.test(file),
  );
  const found = [];
  for (const file of [...files, "lib/core/history/history.ts"])
    for (const [name, read] of Object.entries(await import(/* @vite-ignore */ `@/${file.replace(/\.ts$/, "")}`)))
      if (isRead(read)) found.push({ name: `${file}#${name}`, read });
  return found;
}

/** Asks every read, as everybody, with everything; gives what said a secret. */
async function told(actors: readonly Actor[]): Promise<string[]> {
  const leaks: string[] = [];
  const [all, questions] = await Promise.all([reads(), curious()]);
  expect(all.length).toBeGreaterThan(30);
  for (const actor of actors)
    for (const { name, read } of all)
      await Promise.all(
        questions.map(async (question) => {
          const answer = await Promise.resolve()
            .then(() => read(actor, ...question))
            .catch(() => null);
          const text = inspect(answer, { depth: 20, maxArrayLength: null, maxStringLength: null });
          // The number of a share is looked for elsewhere: here four digits are found in ids.
          const found = secrets.filter((secret) => secret !== "1728" && text.includes(secret));
          if (found.length > 0)
            leaks.push(`${name} tells ${actor.kind} (${actor.roles.join(", ")}) ${found.join(", ")}`);
        }),
      );
  return [...new Set(leaks)];
}

/** Every column of every table, as text: what a dump of the database would show. */
async function dumped(): Promise<string[]> {
  const tables = await db.$queryRaw<{ schema: string; name: string }[]>`
    select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
      and has_table_privilege(c.oid, 'select')`;
  expect(tables.length).toBeGreaterThan(60);
  const found: string[] = [];
  for (const { schema, name } of tables) {
    const rows = await db.$queryRawUnsafe<{ whole: string }[]>(
      `select t::text as whole from "${schema}"."${name}" t where t::text ilike any ($1::text[]) limit 1`,
      [...secrets.filter((secret) => secret !== "1728"), ...hidden].map((secret) => `%${secret}%`),
    );
    if (rows.length > 0) found.push(`${schema}.${name}: ${rows[0]?.whole.slice(0, 200)}`);
  }
  return found;
}

test("while it is open nobody else reads it, with any role, by any read of the room", async () => {
  expect(await told(everybody())).toEqual([]);
}, 120_000);

test("a named sub-contractor reads its own share, and nothing else of the tender", async () => {
  const asked = await findAsked(partner.signatory, partnerId);
  expect(asked?.content).toEqual({ shareBp: 1728, volume: 17, does: WORD });
  const leaks = await told([partner.signatory]);
  expect(leaks.filter((leak) => !leak.startsWith("lib/calloff/open/partner/queries.ts#findAsked"))).toEqual([]);
});

test("a dump of the database shows none of it: not in a table, the audit, a mail, a job or a notification", async () => {
  expect(await dumped()).toEqual([]);
  const details = await db.auditEvent.findMany({ where: { subject: { in: ["tender", "tenderPartner"] } } });
  expect(details.length).toBeGreaterThan(8);
  expect(details.filter(({ detail }) => JSON.stringify(detail).includes("1728"))).toEqual([]);
});

test("an auditor's history does not tell who tenders before the opening; the organisation's own auditor reads it", async () => {
  const ownAuditor = await member("provider", own.organisationId, "auditor");
  const events = async (actor: Actor) => {
    const [tender, share, one] = await Promise.all([
      listHistory(actor, { subject: "tender" }),
      listHistory(actor, { subject: "tenderPartner" }),
      findHistory(actor, { subject: "tender", id: tenderId }),
    ]);
    return tender.lines.length + share.lines.length + one.length;
  };
  for (const actor of [world.auditor, ...others]) expect(await events(actor)).toBe(0);
  expect(await events(ownAuditor)).toBeGreaterThan(8);
  expect((await exportHistory(world.auditor, {})).filter(({ subjectId }) => subjectId === tenderId)).toEqual([]);
});

test("nothing of it was logged, whatever was refused on the way", () => {
  expect(said.filter((line) => secrets.some((secret) => line.includes(secret)))).toEqual([]);
});

test("nor after the close, with one officer there", async () => {
  await db.callOff.update({ where: { id: made.id }, data: { clarifyUntil: null, closesAt: passed() } });
  await db.callOff.update({ where: { id: made.id }, data: { state: "closed", closedAt: new Date() } });
  await db.opening.create({ data: { callOffId: made.id, userId: world.commissioner.id, at: new Date() } });
  expect(await told([world.commissioner, rival.signatory, ...others])).toEqual([]);
});

test("the questions are the right ones: its own people are told, and after the opening whoever judges is", async () => {
  expect((await told([own.editor])).some((leak) => leak.includes("findTender"))).toBe(true);
  expect(inspect(await findTender(own.editor, tenderId), { depth: 20 })).toContain("765431n");
  const open = await callOffIn(world, { closesAt: new Date(Date.now() + 3_600_000) });
  const id = await filled(open, rival, { mark: WORD, ...AMOUNTS });
  done(await handIn(rival.signatory, id));
  await db.callOff.update({ where: { id: open.id }, data: { clarifyUntil: null, closesAt: passed() } });
  await openedNow(world, open);
  [made, tenderId] = [open, id];
  const leaks = await told([world.one]);
  expect(leaks.some((leak) => leak.includes("openedQuality"))).toBe(true);
  expect(leaks.filter((leak) => leak.includes("7654"))).toEqual([]);
});

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDue } from "@/lib/calloff/open/publish/keeping";
import { inTurn } from "@/lib/calloff/record/gate";
import { ownContent } from "@/lib/calloff/seal/own";
import { db } from "@/lib/core/db";
import { typescript } from "../../scripts/support/child.mjs";
import type { Rush, Told } from "../support/call-off/tender-process";
import { filled } from "../support/call-off/tendering";
import { callOffIn, type Made, type Players, players } from "../support/call-off/world";

const FIVE_MINUTES = 300_000;
const EACH = 4;
type Over = Extract<Told, { kind: "over" }>;

let world: Players;
let made: Made;
let tenders: Rush["tenders"];
const running: { child: ChildProcess; wrongBy: number }[] = [];

/** A server process whose clock is wrong by so much. */
async function start(wrongBy: number) {
  const [conditions = "", ...more] = typescript("tests/support/call-off/tender-process.ts");
  const clock = pathToFileURL("tests/support/call-off/wrong-clock.mjs").href;
  const child = spawn(process.execPath, [conditions, "--import", clock, ...more], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: { ...process.env, CLOCK_WRONG_BY_MS: String(wrongBy) },
  });
  running.push({ child, wrongBy });
  const told: Told = (await once(child, "message"))[0];
  if (told.kind !== "ready") throw new Error("The other process did not begin.");
  expect(Math.abs(told.now - Date.now() - wrongBy)).toBeLessThan(20_000);
}

beforeAll(async () => {
  world = await players({ charities: 2 * EACH });
  made = await callOffIn(world);
  tenders = [];
  for (const { editor, signatory, organisationId: _, ...more } of world.bidders) {
    const id = await filled(made, { editor, ...more });
    tenders.push({ id, criterionId: made.criteria[0]?.id ?? "", editor, signatory });
  }
  await Promise.all([start(FIVE_MINUTES), start(-FIVE_MINUTES)]);
}, 60_000);
afterAll(async () => {
  for (const { child } of running) {
    const ended = once(child, "exit");
    child.disconnect();
    await ended;
  }
});

/** Sets the close to less than a second from now, once nobody is submitting at this very moment. */
const closeSoon = () =>
  db.$transaction(async (tx) => {
    await inTurn({ tx }, made.id);
    const [row] = await tx.$queryRaw<{ at: Date }[]>`
      update "CallOff" set "clarifyUntil" = null,
        "closesAt" = date_trunc('milliseconds', clock_timestamp()) + interval '800 ms'
      where "id" = ${made.id}::uuid returning "closesAt" as at`;
    return row?.at ?? new Date(0);
  });

const submissions = () =>
  db.submission.findMany({
    where: { tender: { callOffId: made.id } },
    orderBy: [{ tenderId: "asc" }, { number: "asc" }],
  });
const named = ({ tenderId, number }: { tenderId: string; number: number }) => `${tenderId} ${number}`;
const soon = () => new Promise((resolve) => setTimeout(resolve, 10));

/** As the job does it: whoever closes waits for those who are submitting, and then sees all that they wrote. */
async function closeWhenDue() {
  while ((await closeDue()).closed === 0) await soon();
  return (await submissions()).map(named);
}

test("two processes whose clocks are five minutes wrong, either way: none late, none acknowledged and lost", async () => {
  const answers = running.map(async ({ child }, at) => {
    child.send({ tenders: tenders.slice(at * EACH, (at + 1) * EACH) } satisfies Rush);
    const told: Over = (await once(child, "message"))[0];
    return told;
  });
  while (new Set((await submissions()).map(({ tenderId }) => tenderId)).size < tenders.length) await soon();
  const closesAt = await closeSoon();
  const seenAtClose = await closeWhenDue();
  const told = await Promise.all(answers);
  const kept = await submissions();
  // Each process was let in before the close and turned away after it, whatever it believed of the time.
  for (const { receipts, refused } of told) {
    expect(receipts.length).toBeGreaterThanOrEqual(EACH);
    expect(refused.some(({ message }) => message.includes("time for tenders is over"))).toBe(true);
  }
  // None late: by its own time, by the close, and by what whoever closed it could see.
  for (const { submittedAt } of kept) expect(submittedAt.getTime()).toBeLessThan(closesAt.getTime());
  expect(kept.map(named)).toEqual(seenAtClose);
  // None acknowledged and lost: every receipt is a submission with its hash, and every submission was acknowledged.
  const receipts = told.flatMap((one) => one.receipts).map(({ id, number, hash, at }) => ({ id, number, hash, at }));
  expect(
    kept.map(({ tenderId: id, number, hash, submittedAt }) => ({ id, number, hash, at: submittedAt.toISOString() })),
  ).toEqual(receipts.toSorted((one, two) => (one.id === two.id ? one.number - two.number : one.id < two.id ? -1 : 1)));
  // What counts is the last one, and it alone still has its words.
  const key = await db.callOffKey.findUnique({ where: { callOffId: made.id } });
  for (const { id } of tenders) {
    const own = kept.filter(({ tenderId }) => tenderId === id);
    const row = await db.tender.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ state: "submitted", submittedNumber: own.at(-1)?.number });
    expect(own.filter(({ droppedAt }) => droppedAt === null)).toEqual(own.slice(-1));
    for (const one of own.slice(-1)) expect(ownContent(key, id, one)?.quality.answers[0]?.text).toMatch(/^Again /);
  }
});

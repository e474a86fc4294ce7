import "server-only";
import { createReadStream, existsSync } from "node:fs";
import { appendFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { publicKeyOf, sign, verify } from "../crypto";
import { db } from "../db";
import { log } from "../process/log";
import { canonical, sha256 } from "../values/canonical";

/** What a chain starts from. */
const genesis = "0".repeat(64);
/** Names the advisory lock that makes sealers, in any number of processes, take turns. */
const sealersTurn = 7_305_002;
const batch = 500;

/** All of a line in the history, which is what its hash is of. */
export const event = {
  id: true,
  at: true,
  actorKind: true,
  actorId: true,
  organisationId: true,
  event: true,
  subject: true,
  subjectId: true,
  detail: true,
} as const;

type Head = { position: string; hash: string; at: string; signature: string };

const headsFile = () => join(process.env.DATA_DIR ?? ".data", "audit-heads.jsonl");
const link = (position: bigint, previous: string, row: object) => sha256(canonical({ position, previous, ...row }));
const signed = (head: Omit<Head, "signature">) => canonical({ position: head.position, hash: head.hash, at: head.at });

/**
 * Gives every waiting audit line its place in the chain: SHA-256 over the previous hash and the line's canonical UTC
 * bytes. Runs after commit, never inside a command, so that writers do not queue for each other. The head of each batch
 * is signed (Ed25519) and written outside the database. Gives the number of lines sealed; 0 when another sealer is at it.
 */
export async function sealAudit(): Promise<number> {
  let sealed = 0;
  for (;;) {
    const head = await sealBatch();
    if (!head) return sealed;
    sealed += head.count;
    await writeHead({ position: String(head.position), hash: head.hash, at: new Date().toISOString() });
    if (head.count < batch) return sealed;
  }
}

function sealBatch() {
  return db.$transaction(async (tx) => {
    const [turn] = await tx.$queryRaw<{ mine: boolean }[]>`select pg_try_advisory_xact_lock(${sealersTurn}) as mine`;
    if (!turn?.mine) return null;
    const waiting = await tx.auditUnsealed.findMany({
      select: { eventId: true },
      orderBy: { eventId: "asc" },
      take: batch,
    });
    if (waiting.length === 0) return null;
    const ids = waiting.map(({ eventId }) => eventId);
    const rows = await tx.auditEvent.findMany({
      where: { id: { in: ids } },
      select: event,
      orderBy: [{ at: "asc" }, { id: "asc" }],
    });
    const last = await tx.auditSeal.findFirst({
      orderBy: { position: "desc" },
      select: { position: true, hash: true },
    });
    let position = last?.position ?? 0n;
    let previous = last?.hash ?? genesis;
    const seals = rows.map((row) => {
      position += 1n;
      const hash = link(position, previous, row);
      const seal = { position, eventId: row.id, previous, hash };
      previous = hash;
      return seal;
    });
    await tx.auditSeal.createMany({ data: seals });
    await tx.auditUnsealed.deleteMany({ where: { eventId: { in: ids } } });
    return { position, hash: previous, count: waiting.length };
  });
}

async function writeHead(head: Omit<Head, "signature">) {
  const key = process.env.AUDIT_SIGNING_KEY;
  if (!key) return;
  const file = headsFile();
  await mkdir(join(file, ".."), { recursive: true });
  await appendFile(file, `${JSON.stringify({ ...head, signature: sign(signed(head), key) })}\n`);
}

export type ChainReport = { lines: number; unsealed: number; heads: number; faults: string[] };

/** Walks the whole chain and the signed heads. Gives counts, and one sentence for each fault found: a changed line, a gap, a cut tail, a forged head. */
export async function verifyAudit(): Promise<ChainReport> {
  const faults: string[] = [];
  const heads = await readHeads();
  const headCount = heads.size;
  let position = 0n;
  let previous = genesis;
  for (;;) {
    const seals = await db.auditSeal.findMany({
      where: { position: { gt: position } },
      orderBy: { position: "asc" },
      take: batch,
      select: { position: true, previous: true, hash: true, event: { select: event } },
    });
    for (const seal of seals) {
      if (seal.position !== position + 1n) faults.push(`There is a gap before position ${seal.position}.`);
      if (seal.previous !== previous) faults.push(`Position ${seal.position} does not follow the one before it.`);
      if (link(seal.position, seal.previous, seal.event) !== seal.hash)
        faults.push(`The line at position ${seal.position} is not what was sealed.`);
      const head = heads.get(seal.position);
      if (head?.forged) faults.push(`The head at position ${seal.position} is not signed by our key.`);
      if (head && head.hash !== seal.hash) faults.push(`The signed head at position ${seal.position} does not match.`);
      heads.delete(seal.position);
      position = seal.position;
      previous = seal.hash;
    }
    if (seals.length < batch || faults.length > 20) break;
  }
  for (const at of heads.keys()) faults.push(`The chain ends before its signed head at position ${at}.`);
  const unsealed = await db.auditEvent.count({ where: { seal: null } });
  return { lines: Number(position), unsealed, heads: headCount, faults };
}

async function readHeads(): Promise<Map<bigint, Head & { forged: boolean }>> {
  const heads = new Map<bigint, Head & { forged: boolean }>();
  const file = headsFile();
  const key = process.env.AUDIT_SIGNING_KEY;
  if (!key || !existsSync(file)) return heads;
  for await (const text of createInterface({ input: createReadStream(file) })) {
    if (text.trim() === "") continue;
    const head: Head = JSON.parse(text);
    heads.set(BigInt(head.position), { ...head, forged: !verify(signed(head), head.signature, publicKeyOf(key)) });
  }
  return heads;
}

/** Seals soon after each commit in this process, one pass at a time. */
export function sealSoon() {
  if (busy) {
    again = true;
    return;
  }
  busy = true;
  setTimeout(async () => {
    try {
      await sealAudit();
    } catch (error) {
      log.warn(
        { error: error instanceof Error ? error.message : "unknown" },
        "Audit lines could not be sealed; they wait",
      );
    } finally {
      busy = false;
      if (again) {
        again = false;
        sealSoon();
      }
    }
  }, 50).unref();
}
let busy = false;
let again = false;

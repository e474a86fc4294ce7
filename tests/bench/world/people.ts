import type pg from "pg";
import { hashToken } from "@/lib/core/crypto";
import standard from "@/prisma/register/standard.json";
import type { Chance } from "../tools/random";
import { insert } from "./write";

/** Somebody of the bench: who they are, and the token of a session in which the second step is done. */
export type Somebody = { userId: string; organisationId: string; token: string };

/** The register with its parts, and two conditions of which answers run out: nobody applies here. */
export async function writeRegister(client: pg.ClientBase, chance: Chance) {
  const registerId = chance.id();
  await insert(client, "Register", [
    {
      id: registerId,
      code: "bench-2026",
      title: "A register made up to be measured",
      opensOn: "2026-01-01",
      closesOn: "2033-12-31",
      createdAt: new Date().toISOString(),
    },
  ]);
  const parts = standard.parts.map((part) => ({ ...part, id: chance.id(), registerId }));
  await insert(client, "Part", parts);
  const conditions = ["insurance", "safeguarding"].map((code, at) => ({
    id: chance.id(),
    registerId,
    number: at + 1,
    code,
    kind: "question",
    title: code,
    text: "Is it in date?",
    help: "",
    justification: "",
    ruleCode: "bench",
    orEquivalent: true,
    minutes: 1,
    bandFrom: 1,
    partNumbers: [],
    validMonths: 12,
  }));
  await insert(client, "Condition", conditions);
  return { parts, conditions };
}

/** An authority with a commissioner who proposes and an approver who approves, both signed in. */
export async function writeAuthority(client: pg.ClientBase, chance: Chance) {
  const organisationId = chance.id();
  const createdAt = new Date().toISOString();
  await insert(client, "Organisation", [
    {
      id: organisationId,
      reference: "TO-2026-899999",
      kind: "authority",
      name: "Benchshire Probation",
      validFrom: "2026-01-01",
      createdAt,
      isDemo: true,
      isCentral: false,
    },
  ]);
  const commissioner = await writeSomebody(client, chance, { organisationId, role: "commissioner" });
  const approver = await writeSomebody(client, chance, { organisationId, role: "approver" });
  return { organisationId, commissioner, approver };
}

async function writeSomebody(
  client: pg.ClientBase,
  chance: Chance,
  { organisationId, role }: { organisationId: string; role: string },
): Promise<Somebody> {
  const userId = chance.id();
  const token = Buffer.from(chance.id() + chance.id()).toString("base64url");
  const now = Date.now();
  const at = (hours: number) => new Date(now + hours * 3_600_000).toISOString();
  await insert(client, "User", [
    { id: userId, email: `${role}@bench.example.org`, name: `The ${role}`, createdAt: at(0), demoLine: null },
  ]);
  await insert(client, "Seat", [{ userId, organisationId, role, since: at(0) }]);
  await insert(client, "Session", [
    {
      id: chance.id(),
      tokenHash: hashToken(token),
      userId,
      organisationId,
      createdAt: at(0),
      expiresAt: at(24),
      factorAt: at(0),
    },
  ]);
  return { userId, organisationId, token };
}

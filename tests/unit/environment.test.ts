import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { newKey, newSigningPair } from "@/lib/core/crypto";
import { readEnvironment, variables } from "@/lib/core/process/environment";

const enough = {
  MODE: "demo",
  DATABASE_URL: "postgres://app:secret@127.0.0.1:5432/throughcare",
  NEXTAUTH_SECRET: newKey(),
  THROUGHCARE_KEY: newKey(),
  AUDIT_SIGNING_KEY: newSigningPair().privateKey,
};
const live = {
  ...enough,
  MODE: "live",
  ORIGIN: "https://throughcare.example.org",
  SMTP_URL: "smtps://mail.example.org",
  MAIL_FROM: "no-reply@example.org",
};

const problemsOf = (env: Record<string, string | undefined>) => {
  const read = readEnvironment(env);
  return read.ok ? [] : read.problems;
};

describe("what is enough", () => {
  test("a demo needs a database and three secrets, and the rest has defaults", () => {
    const read = readEnvironment(enough);
    expect(read).toMatchObject({ ok: true });
    expect(read.ok && read.value).toMatchObject({
      ORIGIN: "http://localhost:3000",
      PORT: 3000,
      POOL_MAX: 10,
      DATA_DIR: ".data",
      LOG_LEVEL: "info",
    });
  });

  test("the origin follows the port, and loses what is not part of it", () => {
    const moved = readEnvironment({ ...enough, PORT: "4100" });
    expect(moved.ok && moved.value.ORIGIN).toBe("http://localhost:4100");
    const slashed = readEnvironment({ ...enough, ORIGIN: "https://Example.org/" });
    expect(slashed.ok && slashed.value.ORIGIN).toBe("https://example.org");
  });

  test("live is complete with an https origin and mail, and is the mode when none is said", () => {
    expect(problemsOf(live)).toEqual([]);
    const { MODE, ...silent } = live;
    const read = readEnvironment(silent);
    expect(read.ok && read.value.MODE).toBe("live");
  });

  test("an empty variable is a missing one", () => {
    expect(problemsOf({ ...enough, DATABASE_URL: "  " })).toEqual(["DATABASE_URL is missing."]);
    expect(problemsOf({ ...enough, SMTP_URL: "" })).toEqual([]);
  });
});

test("open data is read as often as is said; in a demo as often as anybody can", () => {
  const often = (env: Record<string, string>) => {
    const read = readEnvironment(env);
    return read.ok && read.value.OPEN_PER_MINUTE;
  };
  expect(often(live)).toBe(600);
  expect(often(enough)).toBe(60_000);
  expect(often({ ...enough, OPEN_PER_MINUTE: "12" })).toBe(12);
});

test("every problem is told at once, by name", () => {
  expect(problemsOf({ MODE: "demo", PORT: "http" })).toEqual([
    "PORT is not a whole number from 1 to 65535.",
    "DATABASE_URL is missing.",
    "NEXTAUTH_SECRET is missing.",
    "THROUGHCARE_KEY is missing.",
    "AUDIT_SIGNING_KEY is missing.",
  ]);
});

test.each([
  [{ MODE: "test" }, "MODE is not demo or live."],
  [{ PORT: "0" }, "PORT is not a whole number from 1 to 65535."],
  [{ PORT: "70000" }, "PORT is not a whole number from 1 to 65535."],
  [{ ORIGIN: "example.org" }, "ORIGIN is not an http or https address."],
  [{ ORIGIN: "https://example.org/there" }, "ORIGIN must have no path."],
  [
    { DATABASE_URL: "mysql://a@b/c" },
    "DATABASE_URL is not a PostgreSQL address (postgres://user:password@host:5432/database).",
  ],
  [{ NEXTAUTH_SECRET: "short" }, "NEXTAUTH_SECRET is shorter than 32 characters."],
  [{ THROUGHCARE_KEY: "c2hvcnQ=" }, "THROUGHCARE_KEY is not 32 bytes in base64."],
  [{ AUDIT_SIGNING_KEY: "nothing" }, "AUDIT_SIGNING_KEY is not an Ed25519 private key (PEM, or base64 of PKCS 8)."],
  [{ SMTP_URL: "mail.example.org" }, "SMTP_URL does not begin with smtp:// or smtps://."],
  [{ SMTP_URL: "smtp://mail.example.org" }, "MAIL_FROM is missing: SMTP_URL is set."],
  [{ MAIL_FROM: "nobody" }, "MAIL_FROM is not an e-mail address."],
  [{ OIDC_CLIENT_ID: "us" }, "OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are needed together."],
  [{ EVIDENCE_DIR: "files" }, "EVIDENCE_DIR is not a whole path."],
  [{ S3_BUCKET: "Files" }, "S3_BUCKET is not the name of a bucket."],
  [
    { S3_BUCKET: "files", S3_ENDPOINT: "https://s3.example.org" },
    "S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY are needed together.",
  ],
  [{ CLAMD_ADDRESS: "somewhere" }, "CLAMD_ADDRESS is not host:port or unix:/path."],
  [{ LOG_LEVEL: "loud" }, "LOG_LEVEL is not a level of pino."],
])("%o is refused in any mode", (change, problem) => {
  expect(problemsOf({ ...enough, ...change })).toEqual([problem]);
});

test.each([
  [{ ORIGIN: "http://throughcare.example.org" }, "ORIGIN must begin with https:// in live mode."],
  [{ SMTP_URL: undefined }, "SMTP_URL is missing: in live mode people sign in by e-mail."],
  [{ NEXTAUTH_SECRET: "a".repeat(40) }, "NEXTAUTH_SECRET is too simple: use random characters."],
  [{ THROUGHCARE_KEY: Buffer.alloc(32).toString("base64") }, "THROUGHCARE_KEY is too simple: use 32 random bytes."],
  [
    { OIDC_ISSUER: "http://id.example.org", OIDC_CLIENT_ID: "a", OIDC_CLIENT_SECRET: "b" },
    "OIDC_ISSUER must begin with https:// in live mode.",
  ],
])("%o is refused in live mode only", (change, problem) => {
  expect(problemsOf({ ...live, ...change })).toEqual([problem]);
  expect(problemsOf({ ...live, ...change, MODE: "demo" })).toEqual([]);
});

test("a plain-http origin on this machine is allowed in live mode", () => {
  for (const ORIGIN of ["http://localhost:3000", "http://127.0.0.1:3000", "http://[::1]:3000"])
    expect(problemsOf({ ...live, ORIGIN })).toEqual([]);
});

test(".env.example documents every variable, in order, and no other", () => {
  const example = readFileSync(".env.example", "utf8");
  const named = [...example.matchAll(/^#? ?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name);
  expect(named).toEqual(Object.keys(variables.shape));
});

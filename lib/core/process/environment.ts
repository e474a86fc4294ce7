import "server-only";
import { createPrivateKey } from "node:crypto";
import { z } from "zod";

const origin = z
  .string()
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), "is not an http or https address")
  .refine((text) => !URL.canParse(text) || new URL(text).pathname === "/", "must have no path")
  .transform((text) => new URL(text).origin);

const postgresUrl = z
  .string()
  .refine(
    (text) => URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol) && new URL(text).username !== "",
    "is not a PostgreSQL address (postgres://user:password@host:5432/database)",
  );

const whole = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, `is not a whole number from ${from} to ${to}`)
    .transform(Number)
    .refine((value) => value >= from && value <= to, `is not a whole number from ${from} to ${to}`);

const signingKey = z.string().refine(isEd25519, "is not an Ed25519 private key (PEM, or base64 of PKCS 8)");
const outerKey = z.string().refine((text) => Buffer.from(text, "base64").length === 32, "is not 32 bytes in base64");
const sessionSecret = z.string().min(32, "is shorter than 32 characters");

/** Every variable that Throughcare reads, in the order of `.env.example`. */
export const variables = z.object({
  MODE: z.enum(["demo", "live"], "is not demo or live").optional(),
  PORT: whole(1, 65_535).default(3000),
  HOST: z.string().optional(),
  ORIGIN: origin.optional(),
  TRUSTED_PROXIES: whole(0, 5).default(0),
  DATA_DIR: z.string().default(".data"),
  DATABASE_URL: postgresUrl,
  DATABASE_OWNER_URL: postgresUrl.optional(),
  POOL_MAX: whole(1, 500).default(10),
  SEARCH_INDEX_FROM: whole(0, 999_999).default(1000),
  OPEN_PER_MINUTE: whole(1, 999_999).optional(),
  NEXTAUTH_SECRET: sessionSecret,
  THROUGHCARE_KEY: outerKey,
  AUDIT_SIGNING_KEY: signingKey,
  EVIDENCE_DIR: z.string().startsWith("/", "is not a whole path").optional(),
  S3_ENDPOINT: origin.optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "is not the name of a bucket")
    .optional(),
  S3_REGION: z.string().default("us-east-1"),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  CLAMD_ADDRESS: z
    .string()
    .regex(/^(unix:\/.+|[\w.-]+:\d{1,5}|\[[0-9a-fA-F:]+\]:\d{1,5})$/, "is not host:port or unix:/path")
    .optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, "does not begin with smtp:// or smtps://")
    .optional(),
  MAIL_FROM: z.string().includes("@", "is not an e-mail address").optional(),
  OIDC_ISSUER: z.url("is not an address").optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().optional(),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], "is not a level of pino")
    .default("info"),
  BUILD_ID: z.string().default("development"),
  CHROMIUM: z.string().optional(),
  TEST_POSTGRES_URL: postgresUrl.optional(),
});

/** The variables as the application uses them: all read, the mode and the origin decided. */
export type Environment = Omit<z.output<typeof variables>, "MODE" | "ORIGIN" | "OPEN_PER_MINUTE"> & {
  MODE: "demo" | "live";
  ORIGIN: string;
  OPEN_PER_MINUTE: number;
};
type Read = { ok: true; value: Environment } | { ok: false; problems: string[] };

/** Reads the whole environment at once: everything in order, or one sentence for each variable that is missing or weak. */
export function readEnvironment(env: Record<string, string | undefined>): Read {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ""),
  );
  const parsed = variables.safeParse(given);
  if (!parsed.success) return { ok: false, problems: [...new Set(parsed.error.issues.map(sentence))] };
  // An operator who gives a database means it; the embedded one is for trying Throughcare out.
  const MODE = parsed.data.MODE ?? "live";
  const value: Environment = {
    ...parsed.data,
    MODE,
    ORIGIN: parsed.data.ORIGIN ?? `http://localhost:${parsed.data.PORT}`,
    // A demo is there to be tried and measured by the machine that it runs on.
    OPEN_PER_MINUTE: parsed.data.OPEN_PER_MINUTE ?? (MODE === "demo" ? 60_000 : 600),
  };
  const problems = [...together(value), ...(value.MODE === "live" ? weakInLive(value) : [])];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value };
}

/** The environment of this process, read once. Throws, naming every problem, where it cannot be used. */
export function environment(): Environment {
  read ??= readEnvironment(process.env);
  if (!read.ok) throw new Error(`The environment is not complete. ${read.problems.join(" ")}`);
  return read.value;
}
let read: Read | undefined;

function sentence({ path, message, code }: z.core.$ZodIssue) {
  const name = path.join(".");
  const missing = code === "invalid_type" || (code === "invalid_value" && message === "");
  return missing ? `${name} is missing.` : `${name} ${message}.`;
}

/** Variables that mean something only beside each other. */
function together(value: Environment) {
  const problems: string[] = [];
  const openId = [value.OIDC_ISSUER, value.OIDC_CLIENT_ID, value.OIDC_CLIENT_SECRET];
  if (openId.some(Boolean) && !openId.every(Boolean))
    problems.push("OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are needed together.");
  const bucket = [value.S3_ENDPOINT, value.S3_BUCKET, value.S3_ACCESS_KEY_ID, value.S3_SECRET_ACCESS_KEY];
  if (bucket.some(Boolean) && !bucket.every(Boolean))
    problems.push("S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY are needed together.");
  if (value.SMTP_URL && !value.MAIL_FROM) problems.push("MAIL_FROM is missing: SMTP_URL is set.");
  return problems;
}

/** What a demo may do and a service may not. */
function weakInLive(value: Environment) {
  const problems: string[] = [];
  const { protocol, hostname } = new URL(value.ORIGIN);
  if (protocol === "http:" && !["localhost", "127.0.0.1", "[::1]"].includes(hostname))
    problems.push("ORIGIN must begin with https:// in live mode.");
  if (!value.SMTP_URL) problems.push("SMTP_URL is missing: in live mode people sign in by e-mail.");
  if (new Set(value.NEXTAUTH_SECRET).size < 12) problems.push("NEXTAUTH_SECRET is too simple: use random characters.");
  if (new Set(Buffer.from(value.THROUGHCARE_KEY, "base64")).size < 12)
    problems.push("THROUGHCARE_KEY is too simple: use 32 random bytes.");
  if (value.S3_ENDPOINT?.startsWith("http:")) problems.push("S3_ENDPOINT must begin with https:// in live mode.");
  if (value.OIDC_ISSUER?.startsWith("http:")) problems.push("OIDC_ISSUER must begin with https:// in live mode.");
  return problems;
}

function isEd25519(text: string) {
  try {
    const key = text.includes("-----BEGIN")
      ? createPrivateKey(text)
      : createPrivateKey({ key: Buffer.from(text, "base64"), type: "pkcs8", format: "der" });
    return key.asymmetricKeyType === "ed25519";
  } catch {
    return false;
  }
}

import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  sign as ed25519Sign,
  verify as ed25519Verify,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";
import { sha256 } from "./values/canonical";

/** Sealed text that cannot be opened: changed, cut, from another key, or sealed for another context. It does not say which. */
export class Unreadable extends Error {
  constructor() {
    super("This was not sealed with this key, or has been changed");
  }
}

const VERSION = 1;
const PREFIX = "v1.";
const NONCE = 12;
const TAG = 16;
const HEAD = 1 + NONCE + TAG;

/** A fresh 32-byte key, as base64url text. */
export const newKey = (): string => randomBytes(32).toString("base64url");

/**
 * Encrypts text with AES-256-GCM under a 32-byte key and a fresh random nonce. `context` (say, the id of the row) is
 * authenticated with it, so that sealed text moved to another row will not open. A key of another length throws.
 */
export const seal = (plainText: string, key: string | Uint8Array, context = ""): string =>
  PREFIX + sealBytes(Buffer.from(plainText, "utf8"), key, context).toString("base64url");

/** The text that `seal` was given; throws `Unreadable` for anything else. */
export function unseal(sealed: string, key: string | Uint8Array, context = ""): string {
  const body = sealed.startsWith(PREFIX) ? sealed.slice(PREFIX.length) : "";
  const bytes = Buffer.from(body, "base64url");
  if (bytes.toString("base64url") !== body) throw new Unreadable();
  return unsealBytes(bytes, key, context).toString("utf8");
}

/** As `seal`, for bytes: one of version, 12 of nonce, 16 of tag, then as many as were given. */
export function sealBytes(plain: Uint8Array, key: string | Uint8Array, context = ""): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", keyOf(key), nonce, { authTagLength: TAG });
  cipher.setAAD(Buffer.from(context, "utf8"));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), body]);
}

/** The bytes that `sealBytes` was given; throws `Unreadable` for anything else. */
export function unsealBytes(sealed: Uint8Array, key: string | Uint8Array, context = ""): Buffer {
  const bytes = Buffer.from(sealed);
  if (bytes.length < HEAD || bytes[0] !== VERSION) throw new Unreadable();
  const decipher = createDecipheriv("aes-256-gcm", keyOf(key), bytes.subarray(1, 1 + NONCE), { authTagLength: TAG });
  decipher.setAAD(Buffer.from(context, "utf8"));
  decipher.setAuthTag(bytes.subarray(1 + NONCE, HEAD));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(HEAD)), decipher.final()]);
  } catch {
    throw new Unreadable();
  }
}

/** A secret for a link or a session: 32 random bytes as base64url. Only its hash is kept. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** What the database keeps of a token: SHA-256 as hex. Plain, because the token is random and cannot be guessed at. */
export const hashToken = (token: string): string => sha256(token);

/** Compares two secrets in a time that tells nothing of where, or in what length, they differ. */
export const equal = (one: string, other: string): boolean =>
  timingSafeEqual(Buffer.from(sha256(one), "hex"), Buffer.from(sha256(other), "hex"));

/**
 * What proves that text came from here: HMAC-SHA256, 32 bytes, under a key that is drawn (HKDF, RFC 5869) from a 32-byte key
 * for one purpose alone, so that a proof made for one thing proves nothing elsewhere. Compare with `equal`.
 */
export const proof = (text: string, key: string | Uint8Array, purpose: string): Buffer =>
  createHmac("sha256", Buffer.from(hkdfSync("sha256", keyOf(key), "", `throughcare:${purpose}`, 32)))
    .update(text, "utf8")
    .digest();

/** A fresh Ed25519 pair, as base64 of PKCS 8 and SPKI. */
export function newSigningPair(): { privateKey: string; publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  return {
    privateKey: privateKey.export({ type: "pkcs8", format: "der" }).toString("base64"),
    publicKey: publicKey.export({ type: "spki", format: "der" }).toString("base64"),
  };
}

/** Signs with Ed25519; the signature is base64. The key is PEM, or base64 of PKCS 8; another kind of key throws. */
export const sign = (bytes: string | Uint8Array, privateKey: string): string =>
  ed25519Sign(null, Buffer.from(bytes), privateOf(privateKey)).toString("base64");

/** True when this key's owner signed these bytes. A broken signature is false; a broken key throws, as a fault of set-up. */
export function verify(bytes: string | Uint8Array, signature: string, publicKey: string): boolean {
  return ed25519Verify(null, Buffer.from(bytes), publicOf(publicKey), Buffer.from(signature, "base64"));
}

/** The public half of a private signing key, as base64 of SPKI, to be published so that others can verify. */
export const publicKeyOf = (privateKey: string): string =>
  createPublicKey(privateOf(privateKey)).export({ type: "spki", format: "der" }).toString("base64");

function keyOf(key: string | Uint8Array): Buffer {
  const bytes = typeof key === "string" ? Buffer.from(key, "base64") : Buffer.from(key);
  if (bytes.length !== 32) throw new RangeError("A key must be 32 bytes, in base64");
  return bytes;
}

function privateOf(key: string): KeyObject {
  return ed25519(
    isPem(key)
      ? createPrivateKey(key)
      : createPrivateKey({ key: Buffer.from(key, "base64"), type: "pkcs8", format: "der" }),
  );
}

function publicOf(key: string): KeyObject {
  return ed25519(
    isPem(key)
      ? createPublicKey(key)
      : createPublicKey({ key: Buffer.from(key, "base64"), type: "spki", format: "der" }),
  );
}

function ed25519(key: KeyObject): KeyObject {
  if (key.asymmetricKeyType !== "ed25519") throw new TypeError("A signing key must be Ed25519");
  return key;
}

const isPem = (key: string) => key.includes("-----BEGIN");

import "server-only";
import { equal, proof } from "@/lib/core/crypto";
import { isId } from "@/lib/core/values/id";

/** What an address without signing in may do. Each has a key of its own, so that one is never good for another. */
type Purpose = "feed" | "unsubscribe";

const ID = 16;
const PROOF = 32;

/**
 * The secret part of an address: the id, and a proof that we made it, as 64 characters of base64url. Nothing is stored: for
 * feeds the number goes into the proof, so that raising it makes every older address a stranger's.
 */
export function writeToken(purpose: Purpose, id: string, number = 0): string {
  const bytes = Buffer.from(id.replaceAll("-", ""), "hex");
  return Buffer.concat([bytes, proofOf(purpose, id, number)]).toString("base64url");
}

/** The id that a token claims; null for what has not the form of one. Only `isGenuine` says that the claim is true. */
export function idIn(token: string): string | null {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length !== ID + PROOF || bytes.toString("base64url") !== token) return null;
  const hex = bytes.subarray(0, ID).toString("hex");
  const id = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
  return isId(id) ? id : null;
}

/** Whether a token is the one that we give out for this row now, compared in a time that tells nothing. */
export const isGenuine = (token: string, purpose: Purpose, id: string, number = 0): boolean =>
  equal(token, writeToken(purpose, id, number));

const proofOf = (purpose: Purpose, id: string, number: number): Buffer =>
  proof(`${id.toLowerCase()} ${number}`, process.env.THROUGHCARE_KEY ?? "", `saved-search.${purpose}`);

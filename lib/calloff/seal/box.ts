import "server-only";
import { newKey, seal, unseal } from "@/lib/core/crypto";
import { environment } from "@/lib/core/process/environment";
import { PartnerContent, PriceContent, QualityContent, written } from "../open/tender/content";

/** The two halves of a tender. Each has its own key, so that prices stay shut while answers are read. */
export type Half = "quality" | "price";

/** The keys of a call-off as its row holds them: wrapped by the key outside the database, or null once destroyed. */
export type Wrapped = { callOffId: string; quality: string | null; price: string | null };

const wrapping = (callOffId: string, half: Half) => `call-off:${callOffId}:${half}`;
const within = (tenderId: string, half: Half) => `tender:${tenderId}:${half}`;

/** Fresh keys for a call-off, wrapped. Made when it is published. */
export function newKeys(callOffId: string): { quality: string; price: string } {
  const outer = environment().THROUGHCARE_KEY;
  return {
    quality: seal(newKey(), outer, wrapping(callOffId, "quality")),
    price: seal(newKey(), outer, wrapping(callOffId, "price")),
  };
}

function keyOf(keys: Wrapped, half: Half): string {
  const wrapped = keys[half];
  if (!wrapped) throw new Destroyed();
  return unseal(wrapped, environment().THROUGHCARE_KEY, wrapping(keys.callOffId, half));
}

/** The keys were destroyed: nobody can read these tenders any more. */
export class Destroyed extends Error {
  constructor() {
    super("The keys of this call-off were destroyed");
  }
}

/** Seals one half of a tender under its call-off's key, bound to that tender. Throws `Destroyed` without a key. */
export const sealQuality = (keys: Wrapped, tenderId: string, content: QualityContent): string =>
  seal(written(content), keyOf(keys, "quality"), within(tenderId, "quality"));
export const sealPrice = (keys: Wrapped, tenderId: string, content: PriceContent): string =>
  seal(written(content), keyOf(keys, "price"), within(tenderId, "price"));
export const sealPartner = (keys: Wrapped, partnerId: string, content: PartnerContent): string =>
  seal(written(content), keyOf(keys, "quality"), `partner:${partnerId}`);

/**
 * Unseals one half. Whether the reader may is not asked here: callers are a tender's own organisation, or `queries.ts`
 * beside this after the opening and the lock. Throws `Unreadable` for what was changed, `Destroyed` without a key.
 */
export const unsealQuality = (keys: Wrapped, tenderId: string, sealed: string): QualityContent =>
  QualityContent.parse(JSON.parse(unseal(sealed, keyOf(keys, "quality"), within(tenderId, "quality"))));
export const unsealPrice = (keys: Wrapped, tenderId: string, sealed: string): PriceContent =>
  PriceContent.parse(JSON.parse(unseal(sealed, keyOf(keys, "price"), within(tenderId, "price"))));
export const unsealPartner = (keys: Wrapped, partnerId: string, sealed: string): PartnerContent =>
  PartnerContent.parse(JSON.parse(unseal(sealed, keyOf(keys, "quality"), `partner:${partnerId}`)));

import "server-only";
import { emptyPrice, emptyQuality, type PriceContent, type QualityContent } from "../open/tender/content";
import { Destroyed, unsealPrice, unsealQuality, type Wrapped } from "./box";

/** What a row holds sealed: a draft, or a submission. */
export type SealedText = { sealedQuality: string | null; sealedPrice: string | null };

/**
 * An organisation's own words, for itself: callers have found the tender by `ownTenders`. What was never typed reads as
 * empty. Null once the keys of the call-off are destroyed, when nobody can read it any more.
 */
export function ownContent(
  keys: Wrapped | null,
  tenderId: string,
  { sealedQuality, sealedPrice }: SealedText,
): { quality: QualityContent; price: PriceContent } | null {
  if (!keys) return null;
  try {
    return {
      quality: sealedQuality ? unsealQuality(keys, tenderId, sealedQuality) : emptyQuality,
      price: sealedPrice ? unsealPrice(keys, tenderId, sealedPrice) : emptyPrice,
    };
  } catch (error) {
    if (error instanceof Destroyed) return null;
    throw error;
  }
}

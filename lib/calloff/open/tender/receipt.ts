import { canonical, sha256 } from "@/lib/core/values/canonical";
import type { PriceContent, QualityContent } from "./content";

/** What a receipt is for: one submission of one tender. */
export type Handed = {
  callOff: string;
  tender: string;
  organisation: string;
  submission: number;
  quality: QualityContent;
  price: PriceContent;
};

/**
 * A tender in the one text that its receipt's hash is made from: JSON in UTF-8 with sorted keys and no spaces, amounts
 * as text of whole pence. Its organisation can save it as a file and check the hash with any tool.
 */
export const canonicalTender = ({ callOff, tender, organisation, submission, quality, price }: Handed): string =>
  canonical({ format: "throughcare-tender-1", callOff, tender, organisation, submission, quality, price });

/** The receipt's hash: SHA-256 of the canonical tender, in lower-case hex. */
export const receiptHash = (handed: Handed): string => sha256(canonicalTender(handed));

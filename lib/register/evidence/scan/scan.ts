import "server-only";
import { environment } from "@/lib/core/process/environment";
import { scanByClamd, type Verdict } from "./clamd";

/** Looks at a file for what would harm whoever opens it. */
export type Scanner = (bytes: ReadableStream<Uint8Array>) => Promise<Verdict>;

/** The scanner that the environment names; null where there is none, and files are then kept as not scanned. */
export function openScanner(): Scanner | null {
  const address = environment().CLAMD_ADDRESS;
  return address ? (bytes) => scanByClamd(address, bytes) : null;
}

import { environment } from "@/lib/core/process/environment";

/** Where the address at the other end of the wire is written down, by `serving.ts` and by nobody else. */
export const peerHeader = "x-peer-address";

/**
 * The network that a request comes from, to count tries by: the peer's own address, or behind as many proxies as are
 * named (TRUSTED_PROXIES) the one that the outermost of them saw. Of an IPv6 address the first 64 bits, because one household has them all.
 */
export function networkOf(headers: Headers): string {
  const hops = environment().TRUSTED_PROXIES;
  const forwarded = (headers.get("x-forwarded-for") ?? "").split(",").map((entry) => entry.trim());
  const address = (hops > 0 && forwarded.at(-hops)) || headers.get(peerHeader) || "unknown";
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  return plain.includes(":") ? `${plain.split(":").slice(0, 4).join(":")}::/64` : plain;
}

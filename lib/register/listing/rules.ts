import { checkIdentifier, type SchemeCode } from "@/lib/reference/identifiers";

/** Words that registers and people write in several ways, each as one. */
const sameWords: Readonly<Record<string, string>> = { ltd: "limited", "&": "and" };

/** A name as it is compared: capitals, accents, dots, spaces, "The" in front, "&" and "Ltd" make no other name. */
export const plainName = (name: string): string =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}+/gu, "")
    .replace(/['’‘`.]/g, "")
    .replace(/&/g, " & ")
    .replace(/[^\p{L}\p{N}&]+/gu, " ")
    .trim()
    .replace(/^the (?=\S)/, "")
    .split(" ")
    .map((word) => (Object.hasOwn(sameWords, word) ? (sameWords[word] ?? word) : word))
    .join(" ");

/** Whether two names are one for our purpose. */
export const isSameName = (one: string, other: string): boolean => plainName(one) === plainName(other);

/** The registers that a bare number may be of, the likeliest first: seven digits can be a charity's or a company's. */
export function candidates(typed: string): Numbered[] {
  const plain = typed.toUpperCase().replace(/[\s.]|^NO\b/g, "");
  const asked: SchemeCode[] = plain.startsWith("SC")
    ? ["GB-SC", "GB-COH"]
    : plain.startsWith("NIC")
      ? ["GB-NIC"]
      : ["GB-CHC", "GB-COH"];
  return asked.flatMap((scheme) => {
    const check = checkIdentifier(scheme, typed);
    return check.ok ? [{ scheme, value: check.value }] : [];
  });
}

/** A number and the register that it is of. */
export type Numbered = { scheme: SchemeCode; value: string };

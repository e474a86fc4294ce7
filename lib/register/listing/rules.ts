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

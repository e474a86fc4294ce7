/** What the address asks to compare, as often as it says it. */
export function askedFor({ s, differences }: Record<string, string | string[] | undefined>) {
  return { references: [s ?? []].flat(), onlyDifferences: differences === "yes" };
}

/** The address of a comparison. */
export function compareHref(path: string, references: string[], onlyDifferences = false): string {
  const query = new URLSearchParams(references.map((reference) => ["s", reference]));
  if (onlyDifferences) query.set("differences", "yes");
  return `${path}?${query}`;
}

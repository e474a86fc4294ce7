/** The page of a list that the address asks for: the first one when it asks for none. */
export function pageOf(value: string | string[] | undefined): number {
  const page = Number([value ?? ""].flat()[0]);
  return Number.isSafeInteger(page) && page > 0 && page < 10_000 ? page : 1;
}

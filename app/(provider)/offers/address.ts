/** A text from the address, or the empty text. */
export const asked = (value: string | string[] | undefined): string => String([value ?? ""].flat()[0] ?? "");

/** The page of a list that the address asks for. */
export function askedPage(value: string | string[] | undefined): number {
  const page = Number(asked(value));
  return Number.isSafeInteger(page) && page > 0 && page < 10_000 ? page : 1;
}

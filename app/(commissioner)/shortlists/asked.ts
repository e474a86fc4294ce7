/** One text of an address; the first where it was said more than once. */
export const text = (value: string | string[] | undefined): string => [value ?? ""].flat()[0] ?? "";

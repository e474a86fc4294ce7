type Values = Record<string, string | number | null | undefined>;

/** The address of a page with its filters, those that stand as they stood by default left out. */
export function addressOf(path: string, values: Values, usual: Values = {}): string {
  const kept = Object.entries(values).flatMap(([name, value]): [string, string][] =>
    value === null || value === undefined || value === "" || value === usual[name] ? [] : [[name, String(value)]],
  );
  return kept.length === 0 ? path : `${path}?${new URLSearchParams(kept)}`;
}

/** What a statement begins with that each connection plans once: its text is always the same, and so is its best plan. */
const mark = /^\s*\/\* planned once \*\//;

/** More than there are such texts: a text that was put together by mistake must not fill the memory of the database. */
const most = 100;

/**
 * Names the statements that are marked, so that a connection parses and plans each of them once; the others have no name,
 * and are planned for the values that they are asked with. A pooler that cannot keep such statements is told of in the
 * address (`pgbouncer=true`), and then none has a name.
 */
export function plannedOnce(url = "") {
  const names = new Map<string, string>();
  const kept = !/[?&]pgbouncer=true(&|$)/.test(url);
  return ({ sql }: { sql: string }): string => {
    if (!kept || !mark.test(sql)) return "";
    const known = names.get(sql);
    if (known !== undefined || names.size >= most) return known ?? "";
    const name = `planned_${names.size + 1}`;
    names.set(sql, name);
    return name;
  };
}

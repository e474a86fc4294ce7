/** The Postgres state code inside whatever Prisma and its adapter wrapped around it. */
export function stateCode(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  const { code, meta, cause } = error as { code?: unknown; meta?: unknown; cause?: unknown };
  if (code === "P2034") return "40001";
  if (code === "P2002") return "23505";
  if (typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) && !code.startsWith("P2")) return code;
  const inner = cause as { originalCode?: unknown; kind?: unknown } | undefined;
  if (typeof inner?.originalCode === "string") return inner.originalCode;
  if (inner?.kind === "TransactionWriteConflict") return "40001";
  if (inner?.kind === "UniqueConstraintViolation") return "23505";
  return (
    stateCode(meta) ??
    stateCode((meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError) ??
    stateCode(cause)
  );
}

/** A serialisation fault or a deadlock: the same work, asked again, may succeed. */
export const isRepeatable = (error: unknown) => ["40001", "40P01"].includes(stateCode(error) ?? "");

/** A unique index said no: somebody else got there first. */
export const isUniqueClash = (error: unknown) => stateCode(error) === "23505";

/**
 * The database had no time for this work, and has undone it: it waited too long for a row, or for a connection. The same
 * press may succeed a moment later.
 */
export const isBusy = (error: unknown) =>
  stateCode(error) === "55P03" ||
  ["P2024", "P2028"].includes(prismaCode(error)) ||
  /timeout exceeded/.test(said(error));

const prismaCode = (error: unknown) =>
  typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
const said = (error: unknown) => (error instanceof Error ? error.message : "");

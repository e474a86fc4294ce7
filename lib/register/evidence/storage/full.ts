/** There is no room to keep a file. Reading goes on; an operator has to make room. */
export class StorageFull extends Error {
  constructor() {
    super("There is no room to keep a file");
    this.name = "StorageFull";
  }
}

/** The storage could not be reached, or answered that it cannot do it now. */
export class StorageAway extends Error {
  constructor(readonly status: number | null) {
    super(`The storage of files did not do what it was asked${status === null ? "" : ` (${status})`}`);
    this.name = "StorageAway";
  }
}

/** The code that the system gives a fault, such as ENOENT; empty when it gives none. */
export const codeOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error && typeof error.code === "string" ? error.code : "";

/** Whether a fault means that the disk, or the share of it that we may use, is full. */
export const isFull = (error: unknown): boolean => ["ENOSPC", "EDQUOT"].includes(codeOf(error));

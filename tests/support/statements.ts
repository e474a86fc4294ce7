import pg from "pg";
import { vi } from "vitest";

/** How many statements go to the database while something is done, those that begin and end a transaction among them. */
export async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const asked = vi.spyOn(pg.Client.prototype, "query");
  try {
    await work();
    return asked.mock.calls.length;
  } finally {
    asked.mockRestore();
  }
}

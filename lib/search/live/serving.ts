import "server-only";
import type { Engine } from "../ask";
import { database } from "../sql/engine";

/** Whatever answers best now. */
export const engine = async (): Promise<Engine> => database;

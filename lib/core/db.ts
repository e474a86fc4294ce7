import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { plannedOnce } from "./planned";
import { PrismaClient } from "./prisma/client";

const connections = Math.max(2, Number(process.env.POOL_MAX ?? 10));

/**
 * How many commands may hold a connection at once. The rest is for what is read: by pages, by the sealer, and by a command
 * beside its own transaction, which else would wait for commands that wait for the same.
 */
export const commandsAtOnce = Math.max(1, connections - 2);

const open = () =>
  new PrismaClient({
    adapter: new PrismaPg(
      {
        connectionString: process.env.DATABASE_URL,
        max: connections,
        // Longer than a transaction waits to begin: reads outlast a rush, and a command is told that there is one.
        connectionTimeoutMillis: 15_000,
        idleTimeoutMillis: 30_000,
      },
      { statementNameGenerator: plannedOnce(process.env.DATABASE_URL) },
    ),
    transactionOptions: { maxWait: 10_000, timeout: 10_000 },
  });

// `next dev` re-evaluates modules on every edit; one pool must outlive them.
const kept = globalThis as { throughcareDb?: ReturnType<typeof open> };
if (!kept.throughcareDb) kept.throughcareDb = open();
export const db = kept.throughcareDb;

export type Tx = Parameters<Parameters<typeof db.$transaction>[0]>[0];

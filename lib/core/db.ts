import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "./prisma/client";

const open = () =>
  new PrismaClient({
    adapter: new PrismaPg({
      connectionString: process.env.DATABASE_URL,
      max: Number(process.env.POOL_MAX ?? 10),
      // Longer than a transaction waits to begin: reads outlast a rush, and a command is told that there is one.
      connectionTimeoutMillis: 15_000,
      idleTimeoutMillis: 30_000,
    }),
    transactionOptions: { maxWait: 5_000, timeout: 10_000 },
  });

// `next dev` re-evaluates modules on every edit; one pool must outlive them.
const kept = globalThis as { throughcareDb?: ReturnType<typeof open> };
if (!kept.throughcareDb) kept.throughcareDb = open();
export const db = kept.throughcareDb;

export type Tx = Parameters<Parameters<typeof db.$transaction>[0]>[0];

import "server-only";
import type { Adapter, AdapterUser } from "next-auth/adapters";
import { system } from "@/lib/core/actor";
import { hashToken } from "@/lib/core/crypto";
import { db } from "@/lib/core/db";
import type { Result } from "@/lib/core/door/result";
import { endSession, startSession } from "../commands/sessions";
import { createUser, linkAccount, spendLink } from "../commands/sign-in";

const user = { id: true, email: true, name: true } as const;

const known = (row: { id: string; email: string; name: string }): AdapterUser => ({ ...row, emailVerified: null });

/**
 * What next-auth asks of a database, answered by our own commands as the system: each write goes through the one door
 * and leaves its line. Tokens are hashed here, so that whoever reads the database can sign in as nobody. next-auth never
 * learns who is signed in (`getSessionAndUser` is always null): sessions are read by `session.ts` alone, and an account
 * at an identity provider can only be tied by its proved address, never to whoever happens to be signed in.
 */
export const adapter = {
  getUser: async (id: string) => found(await db.user.findUnique({ where: { id }, select: user })),
  getUserByEmail: async (email: string) =>
    found(await db.user.findUnique({ where: { email: email.toLowerCase() }, select: user })),
  getUserByAccount: async ({ provider, providerAccountId }) => {
    const account = await db.account.findUnique({
      where: { provider_providerAccountId: { provider, providerAccountId } },
      select: { user: { select: user } },
    });
    return found(account?.user ?? null);
  },
  createUser: async ({ email, name }: { email: string; name?: string | null }) =>
    known(value(await createUser(system, { email, name: name ?? "" }))),
  updateUser: async ({ id }: { id: string }) => known(await db.user.findUniqueOrThrow({ where: { id }, select: user })),
  linkAccount: async ({
    userId,
    provider,
    providerAccountId,
  }: {
    userId: string;
    provider: string;
    providerAccountId: string;
  }) => {
    value(await linkAccount(system, { userId, provider, providerAccountId }));
  },
  createSession: async ({ sessionToken, userId }) => {
    const { expiresAt } = value(await startSession(system, { userId, tokenHash: hashToken(sessionToken) }));
    return { sessionToken, userId, expires: expiresAt };
  },
  getSessionAndUser: async () => null,
  updateSession: async () => null,
  deleteSession: async (sessionToken: string) => {
    // A browser that signs in again gives up its old session. That it had ended already is no fault.
    await endSession(system, { tokenHash: hashToken(sessionToken) });
  },
  createVerificationToken: async () => null,
  useVerificationToken: async ({ token }) => {
    const link = await spendLink(system, { tokenHash: token });
    return link.ok ? { identifier: link.value.email, token, expires: link.value.expiresAt } : null;
  },
} satisfies Adapter;

const found = (row: { id: string; email: string; name: string } | null) => row && known(row);

/** next-auth knows refusals only as exceptions; it answers each with the page that says that sign-in did not work. */
function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Sign-in was refused: ${result.refusal.kind}`);
  return result.value;
}

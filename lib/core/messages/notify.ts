import "server-only";
import type { Scene } from "../door/command";
import { Prisma } from "../prisma/client";
import type { Role } from "../prisma/enums";
import { copyOf, sealed } from "./outbox";

type Told = { userId: string } | { organisationId: string; roles?: Role[] };

/** What people are told, and where they read on. */
export type What = { title: string; body: string; href: string };

/**
 * Tells people something, in the transaction that made it true. The notification is the record; the e-mail is a copy
 * that says only that there is something to read, and where. People whose account is disabled are not told.
 */
export async function tell({ tx, post }: Pick<Scene, "tx" | "post">, whom: Told, what: What) {
  const users = await tx.user.findMany({
    where: {
      disabledAt: null,
      ...("userId" in whom
        ? { id: whom.userId }
        : {
            seats: {
              some: { organisationId: whom.organisationId, ...(whom.roles ? { role: { in: whom.roles } } : {}) },
            },
          }),
    },
    select: { id: true, email: true },
  });
  const organisationId = "organisationId" in whom ? whom.organisationId : null;
  tellThese({ post }, users, { ...what, organisationId });
}

/** Tells people who have been found already. */
export const tellThese = (
  { post }: Pick<Scene, "post">,
  people: readonly { id: string; email: string }[],
  { organisationId, ...what }: What & { organisationId: string | null },
) =>
  post({
    notes: people.map(({ id: userId }) => ({ userId, organisationId, ...what })),
    letters: people.map(({ email }) => sealed(copyOf(email, what))),
  });

/** The people with one of these roles at an organisation, for a statement that has more to do. Nobody whose account is disabled. */
export const peopleAt = (organisationId: string, ...roles: Role[]) => Prisma.sql`
  select u."id", u."email" from "User" u
  where u."disabledAt" is null and exists (
    select 1 from "Seat" s where s."userId" = u."id" and s."organisationId" = ${organisationId}::uuid
      and s."role" = any(${roles}::text[]::"Role"[])
  )`;

import "server-only";
import type { Scene } from "../door/command";
import type { Role } from "../prisma/enums";
import { copyOf, sealed } from "./outbox";

type Told = { userId: string } | { organisationId: string; roles?: Role[] };

/**
 * Tells people something, in the transaction that made it true. The notification is the record; the e-mail is a copy
 * that says only that there is something to read, and where. People whose account is disabled are not told.
 */
export async function tell(
  { tx, post }: Pick<Scene, "tx" | "post">,
  whom: Told,
  what: { title: string; body: string; href: string },
) {
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
  post({
    notes: users.map(({ id: userId }) => ({ userId, organisationId, ...what })),
    letters: users.map(({ email }) => sealed(copyOf(email, what))),
  });
}

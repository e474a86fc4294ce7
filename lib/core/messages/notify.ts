import "server-only";
import type { Scene } from "../door/command";
import type { Role } from "../prisma/enums";
import { newId } from "../values/id";
import { copyOf, writeMails } from "./outbox";

type Told = { userId: string } | { organisationId: string; roles?: Role[] };

/**
 * Tells people something, in the transaction that made it true. The notification is the record; the e-mail is a copy
 * that says only that there is something to read, and where. People whose account is disabled are not told.
 */
export async function tell(
  { tx, now }: Pick<Scene, "tx" | "now">,
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
  await tx.notification.createMany({
    data: users.map(({ id }) => ({ id: newId(), userId: id, organisationId, createdAt: now, ...what })),
  });
  await writeMails(
    tx,
    users.map(({ email }) => copyOf(email, what)),
  );
}

import "server-only";
import type { Scene } from "@/lib/core/door/command";
import { copyOf, sealed } from "@/lib/core/messages/outbox";

type Told = { title: string; body: string; href: string };

/**
 * Tells the editors and signatories of many organisations at once, in the transaction that made it true: as `tell` does for
 * one. Somebody with two roles is told once. People whose account is disabled are not told. Gives how many people were told.
 */
export async function tellProviders(
  { tx, post }: Pick<Scene, "tx" | "post">,
  organisationIds: readonly string[],
  what: Told,
) {
  const seats = await tx.seat.findMany({
    where: {
      organisationId: { in: [...organisationIds] },
      role: { in: ["editor", "signatory"] },
      user: { disabledAt: null },
    },
    select: { organisationId: true, userId: true, user: { select: { email: true } } },
    orderBy: [{ organisationId: "asc" }, { userId: "asc" }],
  });
  const people = new Map(seats.map(({ userId, organisationId, user }) => [userId, { organisationId, ...user }]));
  return write({ post }, people, what);
}

/** Tells these people, whatever organisation they are at. */
export async function tellPeople({ tx, post }: Pick<Scene, "tx" | "post">, userIds: readonly string[], what: Told) {
  const users = await tx.user.findMany({
    where: { id: { in: [...userIds] }, disabledAt: null },
    select: { id: true, email: true },
    orderBy: { id: "asc" },
  });
  return write({ post }, new Map(users.map(({ id, email }) => [id, { organisationId: null, email }])), what);
}

function write(
  { post }: Pick<Scene, "post">,
  people: ReadonlyMap<string, { organisationId: string | null; email: string }>,
  what: Told,
): number {
  post({
    notes: [...people].map(([userId, { organisationId }]) => ({ userId, organisationId, ...what })),
    letters: [...people.values()].map(({ email }) => sealed(copyOf(email, what))),
  });
  return people.size;
}

/**
 * Everyone who has to do with an open call-off: invited, intending, with a tender that is not withdrawn, named as a
 * sub-contractor, or having asked. Who declined counts too where `declined` says so: a change may change its mind.
 */
export async function concerned(
  { tx }: Pick<Scene, "tx">,
  callOffId: string,
  { declined = false }: { declined?: boolean } = {},
): Promise<string[]> {
  // One after another: a transaction has one connection.
  const select = { organisationId: true } as const;
  const invited = await tx.invitation.findMany({
    where: { callOffId, ...(declined ? {} : { state: { not: "declined" } }) },
    select,
  });
  const tenders = await tx.tender.findMany({ where: { callOffId, state: { not: "withdrawn" } }, select });
  const partners = await tx.tenderPartner.findMany({
    where: { tender: { callOffId }, state: { not: "declined" } },
    select,
  });
  const askers = await tx.clarification.findMany({ where: { callOffId }, select });
  return [
    ...new Set([...invited, ...tenders, ...partners, ...askers].map(({ organisationId }) => organisationId)),
  ].toSorted();
}

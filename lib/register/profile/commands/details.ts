import "server-only";
import { command, type Scene } from "@/lib/core/door/command";
import { refuse, refuseChanged } from "@/lib/core/door/result";
import { tell } from "@/lib/core/messages/notify";
import { isScheme } from "@/lib/reference/identifiers";
import { reference } from "@/lib/reference/queries";
import { mayRename, visibleTo } from "../policy";
import { type CheckedNumber, schemesFor } from "../rules";
import { DetailsInput } from "../schema";
import { renamed } from "../words";
import { noteOf, numbersOf } from "./numbers";

const own = {
  id: true,
  name: true,
  address: true,
  nameNote: true,
  typeCode: true,
  edit: true,
  identifiers: { select: { scheme: true, value: true }, orderBy: { scheme: "asc" } },
} as const;

/**
 * Changes the name, the address and the numbers of the actor's own organisation; the audit keeps what they were. Stewards are
 * told of another name or number. A colleague's change since is shown, not overwritten.
 */
export const saveDetails = command({
  event: "organisation.change",
  input: DetailsInput,
  load: async ({ tx, actor }) => {
    const found = await tx.organisation.findFirst({
      where: { AND: [visibleTo(actor), { id: { in: actor.organisationId ? [actor.organisationId] : [] } }] },
      select: own,
    });
    return found && { ...found, organisationId: found.id };
  },
  allow: mayRename,
  run: async (scene, before, { edit, name, address, numbers: typed, nameNote }) => {
    const { tx } = scene;
    const { id } = before;
    const type = (await reference()).organisationTypes.find(before.typeCode ?? "");
    const numbers = await numbersOf(tx, { id, schemes: type?.schemes ?? [] }, typed);
    const note = await noteOf(tx, { name, numbers, nameNote });
    const { count } = await tx.organisation.updateMany({
      where: { id, edit },
      data: { name, address, nameNote: note, edit: { increment: 1 } },
    });
    if (count === 0) await refuseNewer(scene, id);
    // Numbers that this form does not ask for stay as they are.
    const kept = before.identifiers.filter(({ scheme }) => !isAsked(type?.schemes ?? [], scheme));
    const from = before.identifiers.map(code);
    const to = [...kept, ...numbers].map(code);
    const isRenumbered = from.toSorted().join() !== to.toSorted().join();
    if (isRenumbered)
      await renumber(
        scene,
        id,
        before.identifiers.filter((one) => !kept.includes(one)),
        numbers,
      );
    if (name !== before.name || isRenumbered) await tellStewards(scene, renamed(before.name, name));
    return {
      value: { id },
      id,
      detail: {
        from: { name: before.name, address: before.address, numbers: from },
        to: { name, address, numbers: to },
        otherName: note !== null,
      },
    };
  },
});

const code = ({ scheme, value }: { scheme: string; value: string }) => `${scheme}-${value}`;

const isAsked = (schemes: readonly string[], scheme: string) =>
  isScheme(scheme) && schemesFor(schemes).includes(scheme);

async function renumber(
  { tx }: Scene,
  organisationId: string,
  old: readonly { scheme: string; value: string }[],
  numbers: readonly CheckedNumber[],
) {
  for (const { scheme, value } of old) await tx.identifier.deleteMany({ where: { organisationId, scheme, value } });
  for (const { scheme, value } of numbers)
    await tx.identifier.create({ data: { scheme, value, organisationId }, select: { scheme: true } });
}

async function tellStewards(scene: Scene, words: { title: string; body: string }) {
  const offices = await scene.tx.organisation.findMany({
    where: { kind: "steward", validTo: null },
    select: { id: true },
    take: 10,
  });
  for (const office of offices)
    await tell(
      scene,
      { organisationId: office.id, roles: ["assessor", "admin"] },
      { ...words, href: "/steward/members" },
    );
}

async function refuseNewer({ tx }: Scene, id: string): Promise<never> {
  const late = await tx.organisation.findUniqueOrThrow({ where: { id }, select: own });
  const last = await tx.auditEvent.findFirst({
    where: { subject: "organisation", subjectId: id, event: "organisation.change" },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { at: true, actorId: true },
  });
  if (!last) return refuse("conflict", "This has changed. Open the page again.");
  const by = last.actorId ? await tx.user.findUnique({ where: { id: last.actorId }, select: { name: true } }) : null;
  return refuseChanged({
    by: by?.name ?? "A colleague",
    at: last.at.toISOString(),
    version: late.edit,
    values: { Name: late.name, Address: late.address ?? "", Numbers: late.identifiers.map(code).join(", ") },
  });
}

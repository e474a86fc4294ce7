import "server-only";
import { command } from "@/lib/core/command";
import type { Tx } from "@/lib/core/db";
import { newId } from "@/lib/core/id";
import { londonDay } from "@/lib/core/moment";
import { nextReference } from "@/lib/core/reference-number";
import { Refused, refuseField } from "@/lib/core/result";
import { seatWithin } from "@/lib/identity/commands/seats";
import { reference } from "@/lib/reference/queries";
import { mayFound } from "../policy";
import { type CheckedNumber, type NumberFault, readNumbers } from "../rules";
import { FoundInput } from "../schema";
import { alreadyHere } from "../words";

/**
 * Somebody signed in says who their organisation is, and becomes its first signatory and editor. Refuses a number that
 * another organisation has: its people can invite this person.
 */
export const foundOrganisation = command({
  event: "organisation.found",
  input: FoundInput,
  load: ({ tx, actor }) =>
    tx.user.findFirst({ where: { id: actor.id ?? newId(), disabledAt: null }, select: { id: true } }),
  allow: mayFound,
  run: async (scene, { id: userId }, { name, typeCode, numbers: typed, address }) => {
    const { tx, now } = scene;
    const type = (await reference()).organisationTypes.all.find(({ code }) => code === typeCode);
    if (!type) return refuseField("typeCode", "Choose what kind of organisation you are");
    const { numbers, faults } = readNumbers(type.schemes, typed);
    if (faults.length > 0) refuseNumbers(faults);
    await refuseClash(tx, numbers);
    const id = newId(now.getTime());
    await tx.organisation.create({
      data: {
        id,
        reference: await nextReference(scene, "TO"),
        kind: "provider",
        name,
        typeCode,
        address,
        validFrom: new Date(londonDay(now)),
        createdAt: now,
      },
    });
    for (const { scheme, value } of numbers)
      await tx.identifier.create({ data: { scheme, value, organisationId: id } });
    await seatWithin(scene, { userId, organisationId: id, roles: ["signatory", "editor"] });
    return { value: { id }, id, detail: { typeCode, schemes: numbers.map(({ scheme }) => scheme) } };
  },
});

function refuseNumbers(faults: readonly NumberFault[]): never {
  const fields = Object.fromEntries(faults.map(({ scheme, message }) => [`numbers.${scheme}`, [message]]));
  throw new Refused({ kind: "invalid", message: "There is a problem", fields });
}

async function refuseClash(tx: Tx, numbers: readonly CheckedNumber[]) {
  for (const { scheme, value } of numbers) {
    const taken = await tx.identifier.findUnique({
      where: { scheme_value: { scheme, value } },
      select: { organisation: { select: { name: true } } },
    });
    if (taken) refuseField(`numbers.${scheme}`, alreadyHere(taken.organisation.name));
  }
}

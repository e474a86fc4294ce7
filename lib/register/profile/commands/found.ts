import "server-only";
import { command } from "@/lib/core/door/command";
import { refuseField } from "@/lib/core/door/result";
import { newId } from "@/lib/core/values/id";
import { londonDay } from "@/lib/core/values/moment";
import { nextReference } from "@/lib/core/values/reference-number";
import { seatWithin } from "@/lib/identity/commands/seats";
import { reference } from "@/lib/reference/queries";
import { mayFound } from "../policy";
import { FoundInput } from "../schema";
import { noteOf, numbersOf } from "./numbers";

/**
 * Somebody signed in says who their organisation is, and becomes its first signatory and editor. Refuses a number that
 * another organisation has: this person can ask to join it. Asks for a reason where the public register has another name.
 */
export const foundOrganisation = command({
  event: "organisation.found",
  input: FoundInput,
  load: ({ tx, actor }) =>
    tx.user.findFirst({ where: { id: actor.id ?? newId(), disabledAt: null }, select: { id: true } }),
  allow: mayFound,
  run: async (scene, { id: userId }, { name, typeCode, numbers: typed, address, nameNote }) => {
    const { tx, now } = scene;
    const type = (await reference()).organisationTypes.all.find(({ code }) => code === typeCode);
    if (!type) return refuseField("typeCode", "Choose what kind of organisation you are");
    const id = newId(now.getTime());
    const numbers = await numbersOf(tx, { id, schemes: type.schemes }, typed);
    const note = await noteOf(tx, { name, numbers, nameNote });
    await tx.organisation.create({
      data: {
        id,
        reference: await nextReference(scene, "TO"),
        kind: "provider",
        name,
        typeCode,
        address,
        nameNote: note,
        validFrom: new Date(londonDay(now)),
        createdAt: now,
      },
    });
    for (const { scheme, value } of numbers)
      await tx.identifier.create({ data: { scheme, value, organisationId: id } });
    await seatWithin(scene, { userId, organisationId: id, roles: ["signatory", "editor"] });
    return {
      value: { id },
      id,
      detail: { typeCode, schemes: numbers.map(({ scheme }) => scheme), otherName: note !== null },
    };
  },
});

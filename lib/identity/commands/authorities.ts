import "server-only";
import { command } from "@/lib/core/door/command";
import { refuseField } from "@/lib/core/door/result";
import { newId } from "@/lib/core/values/id";
import { nextReference } from "@/lib/core/values/reference-number";
import { keeper, may } from "../policy";
import { AuthorityInput } from "../schema";
import { inviteWithin } from "./invitations";

const placeLists = ["region", "policeArea", "localAuthority", "pdu"] as const;

/** Enters an authority that buys here, with the places it acts for, and invites its first administrator. */
export const createAuthority = command({
  event: "organisation.createAuthority",
  input: AuthorityInput,
  load: async ({ tx }, { places, name }) => {
    const known = await tx.referenceItem.findMany({
      where: { list: { in: [...placeLists] }, code: { in: places }, validTo: null },
      select: { code: true },
    });
    const codes = new Set(known.map(({ code }) => code));
    const taken = await tx.organisation.count({
      where: { kind: "authority", validTo: null, name: { equals: name, mode: "insensitive" } },
    });
    return { unknown: places.filter((place) => !codes.has(place)), taken: taken > 0 };
  },
  allow: may.createAuthority,
  run: async (scene, { unknown, taken }, { name, isCentral, places, email }) => {
    if (taken) refuseField("name", "An authority of this name is here already");
    if (unknown.length > 0)
      refuseField("places", `We do not know ${unknown.slice(0, 3).join(", ")}. Choose from the list`);
    const { tx, now } = scene;
    const id = newId();
    const reference = await nextReference(scene, "TO");
    await tx.organisation.create({
      data: { id, reference, kind: "authority", name, isCentral, validFrom: now, createdAt: now },
    });
    await tx.actingArea.createMany({
      data: places.map((placeCode) => ({ organisationId: id, placeCode, validFrom: now })),
    });
    await inviteWithin(scene, { organisationId: id, name, email, roles: [keeper.authority] });
    return { value: { id, reference }, id, detail: { reference, places, isCentral } };
  },
});

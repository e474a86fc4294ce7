import "server-only";
import { command } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import { tell } from "@/lib/core/messages/notify";
import { newId } from "@/lib/core/values/id";
import { mayRepresent } from "../policy";
import { RepresentInput } from "../schema";
import { stateWords } from "../words";
import { load } from "./step";

/**
 * A member's signatory says its side while a removal is considered, and whether that is all (Procurement Act 2023,
 * s58(2)). Nothing of it changes later. Refuses once the removal was decided.
 */
export const representMembership = command({
  event: "membership.represent",
  input: RepresentInput,
  load,
  allow: mayRepresent,
  run: async (scene, { id, organisation, part }, { text, isLast }) => {
    const { tx, actor, now } = scene;
    // Held against a decision that is made in the same moment.
    const [held] = await tx.$queryRaw<{ state: keyof typeof stateWords }[]>`
      select state::text as state from "Membership" where id = ${id}::uuid for share`;
    if (held?.state !== "removalProposed")
      refuse("conflict", `This cannot be done now: it is ${stateWords[held?.state ?? "removed"].label.toLowerCase()}.`);
    const representationId = newId();
    await tx.representation.create({
      data: { id: representationId, membershipId: id, text, isLast, madeById: actor.id ?? "", madeAt: now },
    });
    const offices = await tx.organisation.findMany({ where: { kind: "steward" }, select: { id: true } });
    for (const office of offices)
      await tell(
        scene,
        { organisationId: office.id, roles: ["admin"] },
        {
          title: `${organisation.name} has answered a proposal to remove it`,
          body: `${part.title}. ${isLast ? "It has nothing more to say, so you can decide." : "It may say more."}`,
          href: `/steward/members/${id}`,
        },
      );
    return { value: { id }, id, detail: { representationId, isLast } };
  },
});

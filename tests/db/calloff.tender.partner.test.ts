import { beforeAll, describe, expect, test } from "vitest";
import { confirmPartner, declinePartner } from "@/lib/calloff/open/partner/commands/answer";
import { savePartners } from "@/lib/calloff/open/tender/commands/partners";
import { startTender } from "@/lib/calloff/open/tender/commands/start";
import { db } from "@/lib/core/db";
import { filled, handIn, versionOf } from "../support/call-off/tendering";
import { type Bidder, callOffIn, type Made, type Players, players } from "../support/call-off/world";
import { done } from "../support/world.calloff";

let world: Players;
let one: Bidder;
let two: Bidder;
beforeAll(async () => {
  world = await players({ charities: 2 });
  const [first, second] = world.bidders;
  if (!first || !second) throw new Error("There are no bidders.");
  [one, two] = [first, second];
});

const begun = async (made: Made) => done(await startTender(one.editor, { callOffId: made.id })).id;
const field = (name: string, message: unknown = expect.anything()) => ({
  ok: false,
  refusal: { kind: "invalid", fields: { [name]: [message] } },
});

describe("sub-contractors", () => {
  const partnerOf = (tenderId: string) => db.tenderPartner.findFirstOrThrow({ where: { tenderId } });
  const named = { who: "", share: "25", volume: "30", does: "Meets people at the gate" };

  test("confirm their own share; a changed share asks again; without all of them nothing is submitted", async () => {
    const made = await callOffIn(world);
    const id = await filled(made, one);
    const who = (await db.organisation.findUniqueOrThrow({ where: { id: two.organisationId } })).reference;
    const save = async (partner: object, version?: string) =>
      savePartners(one.editor, {
        id,
        version: version ?? (await versionOf(id)),
        partners: [{ ...named, who, ...partner }],
      });
    done(await save({}));
    expect(await handIn(one.signatory, id)).toMatchObject({
      refusal: { kind: "conflict", message: expect.stringContaining("must confirm its share") },
    });
    const asked = await partnerOf(id);
    const answer = { id: asked.id, asked: asked.askedAt.toISOString(), signed: "yes" };
    expect(await confirmPartner(two.editor, answer)).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await confirmPartner(one.signatory, answer)).toMatchObject({ refusal: { kind: "missing" } });
    done(await confirmPartner(two.signatory, answer));
    done(await save({}));
    expect((await partnerOf(id)).state).toBe("confirmed");
    done(await save({ share: "26" }));
    const again = await partnerOf(id);
    expect(again).toMatchObject({ id: asked.id, state: "asked", answeredAt: null });
    expect(await confirmPartner(two.signatory, answer)).toMatchObject({ refusal: { kind: "conflict" } });
    done(await confirmPartner(two.signatory, { ...answer, asked: again.askedAt.toISOString() }));
    done(await handIn(one.signatory, id));
    done(await declinePartner(two.signatory, { id: asked.id, reason: "We cannot any more." }));
    expect((await partnerOf(id)).state).toBe("declined");
  });

  test("are others on the register, each once, and leave something for whoever tenders", async () => {
    const made = await callOffIn(world);
    const id = await begun(made);
    const save = (partners: object[]) => savePartners(one.editor, { id, version: "1", partners });
    const reference = async (organisationId: string) =>
      (await db.organisation.findUniqueOrThrow({ where: { id: organisationId } })).reference;
    const [own, other] = [await reference(one.organisationId), await reference(two.organisationId)];
    expect(await save([{ ...named, who: own }])).toMatchObject(field("partners.0.who"));
    expect(await save([{ ...named, who: "Nobody At All" }])).toMatchObject(field("partners.0.who"));
    expect(await save([{ ...named, who: await reference(world.authorityId) }])).toMatchObject(field("partners.0.who"));
    const twice = [
      { ...named, who: other },
      { ...named, who: other },
    ];
    expect(await save(twice)).toMatchObject(field("partners.1.who"));
    const whole = twice.map((partner) => ({ ...partner, share: "50" }));
    expect(await save(whole)).toMatchObject(field("partners.1.share"));
    done(await save([{ ...named, who: other }]));
    done(await savePartners(one.editor, { id, version: "2", partners: [] }));
    expect(await db.tenderPartner.count({ where: { tenderId: id } })).toBe(0);
  });

  test("answer only while tenders come in", async () => {
    const made = await callOffIn(world);
    const id = await begun(made);
    const who = (await db.organisation.findUniqueOrThrow({ where: { id: two.organisationId } })).reference;
    done(await savePartners(one.editor, { id, version: "1", partners: [{ ...named, who }] }));
    const asked = await partnerOf(id);
    await db.callOff.update({ where: { id: made.id }, data: { state: "closed" } });
    const answer = { id: asked.id, asked: asked.askedAt.toISOString(), signed: "yes" };
    expect(await confirmPartner(two.signatory, answer)).toMatchObject({ refusal: { kind: "conflict" } });
  });
});

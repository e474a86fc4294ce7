import { describe, expect, test } from "vitest";
import type { Actor, Member } from "@/lib/core/actor";
import { system, visitor } from "@/lib/core/actor";
import type { Role } from "@/lib/core/prisma/enums";
import { type Places, placesFrom } from "@/lib/reference/places";
import { foldPlaces, listFault, readPlaceList } from "@/lib/register/service/place-list";
import { may, nextSteps, visibleTo } from "@/lib/register/service/policy";

const id = "01890a5d-ac96-774b-bcce-b302099a8057";
const ours = "01890a5d-ac96-774b-bcce-b302099a8058";
const member = (kind: Member["kind"], roles: Role[], organisationId = ours): Member => ({
  kind,
  id,
  organisationId,
  roles,
});

describe("places that were typed", () => {
  const row = (
    kind: "region" | "policeArea" | "localAuthority" | "pdu",
    code: string,
    name: string,
    parentCode: string | null = null,
  ) => ({
    kind,
    code,
    name,
    parentCode,
    current: true,
    gss: kind === "localAuthority" ? "E08000035" : null,
    council: kind === "localAuthority" ? `${name} City Council` : null,
    councils: [],
  });
  const places: Places = placesFrom([
    row("region", "region-ksx", "Kent, Surrey and Sussex"),
    row("region", "region-yh", "Yorkshire and the Humber"),
    row("policeArea", "police-kent", "Kent", "region-ksx"),
    row("policeArea", "police-wy", "West Yorkshire", "region-yh"),
    row("localAuthority", "la-leeds", "Leeds", "police-wy"),
    row("pdu", "pdu-leeds", "Leeds", "police-wy"),
    row("policeArea", "police-durham", "Durham", "region-yh"),
    row("localAuthority", "la-durham", "Durham", "police-durham"),
  ]);
  const read = (text: string) => readPlaceList(text, places);

  test.each([
    ["leeds", ["la-leeds"]],
    ["LEEDS CITY COUNCIL", ["la-leeds"]],
    ["Leeds (probation delivery unit)", ["pdu-leeds"]],
    ["Kent, Surrey & Sussex", ["region-ksx"]],
    ["Kent, West Yorkshire", ["police-kent", "police-wy"]],
    ["Kent;\nKent\n\n , ", ["police-kent"]],
  ])("%s", (text, codes) => expect(read(text)).toMatchObject({ codes, unknown: [], unclear: [] }));

  test("what is not known or not clear is said, with what it could be", () => {
    const list = read("Narnia\nDurham\nLeed");
    expect(list.codes).toEqual([]);
    const fault = listFault(list, places);
    expect(fault).toContain("“Narnia”");
    expect(fault).toContain("Durham (police area), or Durham (council area)");
    expect(fault).toContain("Did you mean Leeds (council area)");
    expect(listFault(read("Kent"), places)).toBeNull();
  });

  test("a place inside a chosen one is folded away", () => {
    expect(foldPlaces(["la-leeds", "region-yh", "police-kent", "gone"], places)).toEqual(
      ["police-kent", "region-yh"].toSorted(
        (a, b) => places.all.findIndex((p) => p.code === a) - places.all.findIndex((p) => p.code === b),
      ),
    );
  });
});

describe("who may do what", () => {
  const row = { organisationId: ours };
  const editor = member("provider", ["editor"]);
  const signatory = member("provider", ["signatory"]);
  const assessor = member("steward", ["assessor"], "01890a5d-ac96-774b-bcce-b302099a8059");
  const others: Actor[] = [
    visitor,
    member("provider", ["auditor"]),
    member("provider", ["signatory"], id),
    member("authority", ["commissioner"]),
  ];

  test.each([
    ["pause", editor, true],
    ["withdraw", editor, false],
    ["withdraw", signatory, true],
    ["publish", assessor, true],
    ["publish", signatory, false],
    ["goStale", system, true],
    ["goStale", signatory, false],
  ] as const)("%s", (event, actor, allowed) => expect(may[event](actor, row)).toBe(allowed));

  test("nobody else does anything", () => {
    for (const actor of others) for (const event of Object.values(may)) expect(event(actor, row)).toBe(false);
  });

  test("a steward's seat at the very organisation does not count", () => {
    expect(may.publish(member("steward", ["assessor"], ours), row)).toBe(false);
  });

  test("the buttons are those that both the state and the person allow", () => {
    expect(nextSteps(signatory, { ...row, state: "published" })).toEqual(["confirm", "pause", "withdraw"]);
    expect(nextSteps(editor, { ...row, state: "stale" })).toEqual(["confirm"]);
    expect(nextSteps(assessor, { ...row, state: "inReview" })).toEqual(["publish", "returnToDraft"]);
    for (const actor of others) expect(nextSteps(actor, { ...row, state: "published" })).toEqual([]);
  });

  test("a filter for nobody lets nothing through", () => {
    for (const actor of [visitor, member("authority", ["commissioner"]), member("steward", ["viewer"])])
      expect(visibleTo(actor)).toEqual({ id: { in: [] } });
  });
});

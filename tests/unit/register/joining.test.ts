import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { type Actor, type Member, system, visitor } from "@/lib/core/actor";
import type { OrganisationKind, Role } from "@/lib/core/prisma/enums";
import { visibleTo as connectionsVisibleTo, mayComplete, mayConnect } from "@/lib/register/connection/policy";
import { AssociatedInput, PersonInput } from "@/lib/register/connection/schema";
import { may, mayAsk, nextSteps, visibleTo } from "@/lib/register/joining/policy";
import { candidates } from "@/lib/register/listing/rules";
import { mayRename } from "@/lib/register/profile/policy";

const HERE = "here";
const member = (kind: OrganisationKind, role: Role, organisationId = HERE): Member => ({
  kind,
  id: `${kind}-${role}`,
  organisationId,
  roles: [role],
});
const person: Actor = { kind: "person", id: "asker", organisationId: null, roles: [] };
const request = { organisationId: HERE, userId: "asker", state: "waiting" } as const;

describe("a request to join", () => {
  test.each<[string, Actor, string[]]>([
    ["a signatory there answers", member("provider", "signatory"), ["approve", "refuse"]],
    ["an editor there does not", member("provider", "editor"), []],
    ["a signatory elsewhere does not", member("provider", "signatory", "there"), []],
    ["a steward does not", member("steward", "admin"), []],
    ["whoever asked takes it back", person, ["withdraw"]],
    ["nobody else does", visitor, []],
  ])("%s", (_who, actor, steps) => expect(nextSteps(actor, request)).toEqual(steps));

  test("is answered once, and never by whoever asked", () => {
    expect(nextSteps(member("provider", "signatory"), { ...request, state: "refused" })).toEqual([]);
    const own: Member = { ...member("provider", "signatory"), id: "asker" };
    expect(may.approve(own, request)).toBe(false);
  });

  test("is made by people and providers", () => {
    expect([person, member("provider", "viewer"), member("authority", "admin"), visitor].map(mayAsk)).toEqual([
      ...[true, true],
      ...[false, false],
    ]);
  });

  test("is seen by whoever asked and by the signatories", () => {
    expect(visibleTo(visitor)).toEqual({ OR: [{ userId: { in: [] } }] });
    expect(visibleTo(member("provider", "auditor"))).toEqual({ OR: [{ userId: { in: ["provider-auditor"] } }] });
    expect(visibleTo(member("provider", "signatory"))).toMatchObject({ OR: [{}, { organisationId: HERE }] });
    expect(visibleTo(system)).toEqual({});
  });
});

test("connections are seen by stewards and by the organisation itself", () => {
  expect(connectionsVisibleTo(member("steward", "assessor"))).toEqual({});
  expect(connectionsVisibleTo(member("provider", "viewer"))).toEqual({ organisationId: HERE });
  for (const actor of [member("authority", "auditor"), member("investor", "auditor"), person, visitor])
    expect(connectionsVisibleTo(actor)).toEqual({ organisationId: { in: [] } });
});

test("editors list connections; signatories say that they are complete, and change the name", () => {
  const [editor, signatory] = [member("provider", "editor"), member("provider", "signatory")];
  const own = { organisationId: HERE };
  expect([mayConnect(editor, own), mayConnect(signatory, own), mayConnect(signatory, { organisationId: "x" })]).toEqual(
    [...[true, true, false]],
  );
  expect([mayComplete(editor, own), mayComplete(signatory, own)]).toEqual([false, true]);
  expect([mayRename(editor, own), mayRename(signatory, own), mayRename(member("steward", "admin"), own)]).toEqual([
    ...[false, true, false],
  ]);
});

test.each([
  [{ name: "A", connectedAs: "trustee" }, true],
  [{ name: "A", connectedAs: "trustee", since: "2019-05-01", isBody: "yes" }, true],
  [{ name: "A", connectedAs: "trustee", since: "2019-02-30" }, false],
  [{ name: "A", connectedAs: "cousin" }, false],
  [{ name: " ", connectedAs: "trustee" }, false],
])("a connected person %j", (typed, right) => expect(PersonInput.safeParse(typed).success).toBe(right));

test.each([
  [{ name: "A", reliedOnFor: "B" }, true],
  [{ name: "A", reliedOnFor: "B", scheme: "GB-COH", value: "1" }, true],
  [{ name: "A", reliedOnFor: "B", scheme: "GB-XXX" }, false],
  [{ name: "A", reliedOnFor: "" }, false],
])("an associated organisation %j", (typed, right) => expect(AssociatedInput.safeParse(typed).success).toBe(right));

describe("a bare number", () => {
  test.each([
    ["1234567", ["GB-CHC-1234567", "GB-COH-01234567"]],
    [" 123 4567 ", ["GB-CHC-1234567", "GB-COH-01234567"]],
    ["01234567", ["GB-COH-01234567"]],
    ["SC012345", ["GB-SC-SC012345", "GB-COH-SC012345"]],
    ["NIC101234", ["GB-NIC-NIC101234"]],
    ["CE012345", ["GB-COH-CE012345"]],
    ["hello", []],
    ["", []],
  ])("%s", (typed, wanted) =>
    expect(candidates(typed).map(({ scheme, value }) => `${scheme}-${value}`)).toEqual(wanted),
  );

  property.prop([fc.string({ unit: "binary", maxLength: 60 })])(
    "never throws, and comes to two at the most",
    (typed) => {
      expect(candidates(typed).length).toBeLessThanOrEqual(2);
    },
  );
});

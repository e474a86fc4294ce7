import { describe, expect, test } from "vitest";
import { type Actor, system, visitor } from "@/lib/core/actor";
import { OrganisationKind, Role } from "@/lib/core/prisma/enums";
import {
  keeper,
  may,
  organisationsVisibleTo,
  ownedBy,
  ownRoles,
  rolesToGive,
  seatsVisibleTo,
} from "@/lib/identity/policy";
import { kinds, navigation, roles as roleWords } from "@/lib/identity/words";

const member = (kind: OrganisationKind, organisationId: string, ...roles: Role[]): Actor => ({
  kind,
  id: "me",
  organisationId,
  roles,
});
const person: Actor = { kind: "person", id: "me", organisationId: null, roles: [] };

const people: Record<string, Actor> = {
  visitor,
  person,
  system,
  editor: member("provider", "charity", "editor"),
  signatory: member("provider", "charity", "signatory"),
  otherSignatory: member("provider", "elsewhere", "signatory"),
  commissioner: member("authority", "region", "commissioner"),
  authorityAdmin: member("authority", "region", "admin"),
  assessor: member("steward", "office", "assessor"),
  stewardAdmin: member("steward", "office", "admin"),
  // An administrator of one kind is not one of another, whatever the ids say.
  falseFriend: member("authority", "charity", "admin"),
};

const charity = { organisationId: "charity", kind: "provider", userId: "her" } as const;
const who = (allow: (actor: Actor) => boolean) =>
  Object.entries(people).flatMap(([name, actor]) => (allow(actor) ? [name] : []));

describe("who may do what to the people of a charity", () => {
  test.each([
    ["invite", (actor: Actor) => may.invite(actor, charity), ["system", "signatory", "stewardAdmin"]],
    ["withdrawInvitation", (actor: Actor) => may.withdrawInvitation(actor, charity), ["signatory", "stewardAdmin"]],
    ["setRoles", (actor: Actor) => may.setRoles(actor, charity), ["signatory"]],
    ["removeSeat", (actor: Actor) => may.removeSeat(actor, charity), ["signatory"]],
    ["resetFactor", (actor: Actor) => may.resetFactor(actor, charity), ["signatory", "stewardAdmin"]],
    ["disable", (actor: Actor) => may.disable(actor, charity), ["stewardAdmin"]],
    ["enable", may.enable, ["stewardAdmin"]],
    ["createAuthority", may.createAuthority, ["stewardAdmin"]],
    ["signIn", may.signIn, ["system"]],
  ])("%s", (_name, allow, expected) => {
    expect(who(allow)).toEqual(expected);
  });

  test("nobody resets or stops themselves, and anybody may give up their own seat", () => {
    const self = { ...charity, userId: "me" };
    expect(who((actor) => may.resetFactor(actor, self))).toEqual([]);
    expect(who((actor) => may.disable(actor, self))).toEqual([]);
    expect(may.removeSeat(people.editor ?? visitor, self)).toBe(true);
  });
});

describe("which roles may be given", () => {
  test.each([
    ["signatory", ["editor", "signatory", "viewer"]],
    ["editor", []],
    ["otherSignatory", []],
    ["falseFriend", []],
    ["stewardAdmin", ["signatory", "auditor"]],
    ["assessor", []],
  ])("%s at the charity", (name, expected) => {
    expect(rolesToGive(people[name] ?? visitor, charity)).toEqual(expected);
  });

  test("an organisation never makes its own auditor, but the steward's office may", () => {
    for (const kind of Object.values(OrganisationKind)) expect(ownRoles[kind]).not.toContain("auditor");
    const office = { organisationId: "office", kind: "steward" } as const;
    expect(rolesToGive(people.stewardAdmin ?? visitor, office)).toEqual(["assessor", "admin", "auditor"]);
  });

  test("every kind can give the role that looks after it", () => {
    for (const kind of Object.values(OrganisationKind)) expect(ownRoles[kind]).toContain(keeper[kind]);
  });
});

describe("who sees whom", () => {
  test("colleagues see colleagues, the steward sees all, others see nobody", () => {
    expect(seatsVisibleTo(people.editor ?? visitor)).toEqual({ organisationId: "charity" });
    expect(seatsVisibleTo(people.assessor ?? visitor)).toEqual({});
    for (const actor of [visitor, person]) expect(seatsVisibleTo(actor)).toEqual({ organisationId: { in: [] } });
  });

  test("a visitor owns nothing, and an own organisation is always visible", () => {
    expect(ownedBy(visitor)).toEqual({ userId: { in: [] } });
    expect(JSON.stringify(organisationsVisibleTo(people.editor ?? visitor))).toContain('"id":"charity"');
    expect(JSON.stringify(organisationsVisibleTo(visitor))).not.toContain('"id"');
  });
});

test("every role and kind has its words, and every kind of person somewhere to go", () => {
  expect(Object.keys(roleWords).sort()).toEqual(Object.values(Role).sort());
  expect(Object.keys(kinds).sort()).toEqual(Object.values(OrganisationKind).sort());
  for (const actor of Object.values(people)) expect(navigation(actor.kind).length).toBeGreaterThan(0);
  for (const kind of ["provider", "authority", "steward"] as const)
    expect(
      navigation(kind, true)
        .map(({ href }) => href)
        .filter((href) => ["/call-offs", "/history"].includes(href)),
    ).toEqual(["/call-offs", "/history"]);
});

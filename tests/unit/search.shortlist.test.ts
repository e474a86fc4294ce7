import { describe, expect, test } from "vitest";
import { type Actor, system, visitor } from "@/lib/core/actor";
import type { Role } from "@/lib/core/prisma/enums";
import { newId } from "@/lib/core/values/id";
import { maySeeAny, mayShare, sharedWith, visibleTo } from "@/lib/search/shortlist/policy";
import { counted, keptOf } from "@/lib/search/shortlist/rules";
import { ActDetail } from "@/lib/search/shortlist/schema";
import { actWords, generationWords, priceChangeWords, recountWords, spaceWords } from "@/lib/search/shortlist/words";

const ours = newId();
const at = (kind: "authority" | "provider" | "steward", organisationId: string, ...roles: Role[]): Actor => ({
  kind,
  id: newId(),
  organisationId,
  roles,
});

describe("who may read and share a list", () => {
  test.each([
    ["its own commissioner", at("authority", ours, "commissioner"), true],
    ["its own approver", at("authority", ours, "approver"), false],
    ["its own auditor", at("authority", ours, "auditor"), false],
    ["another's commissioner", at("authority", newId(), "commissioner"), false],
    ["a provider", at("provider", ours, "signatory"), false],
    ["a visitor", visitor, false],
  ])("shared by %s: %s", (_, actor, may) => {
    expect(mayShare(actor, { organisationId: ours })).toBe(may);
  });

  test("an authority sees its own and what is shared with it now; an auditor all; others none", () => {
    const buyer = at("authority", ours, "practitioner");
    expect(visibleTo(buyer)).toEqual({ OR: [{ organisationId: ours }, sharedWith(buyer)] });
    expect(sharedWith(buyer)).toEqual({ shares: { some: { organisationId: { in: [ours] }, endedAt: null } } });
    expect(visibleTo(at("steward", newId(), "auditor"))).toEqual({});
    expect(visibleTo(system)).toEqual({});
    for (const stranger of [visitor, at("provider", newId(), "editor"), at("steward", newId(), "admin")]) {
      expect(visibleTo(stranger)).toEqual({ id: { in: [] } });
      expect(maySeeAny(stranger)).toBe(false);
    }
    expect(sharedWith(visitor)).toEqual({ shares: { some: { organisationId: { in: [] }, endedAt: null } } });
  });
});

describe("what a list says", () => {
  test("of a price since it was pinned", () => {
    const change = { thing: "A worker (an hour)", before: "£38.00", after: "£40.00" };
    expect(priceChangeWords({ ...change, kind: "up" })).toBe("Up from £38.00 to £40.00: A worker (an hour)");
    expect(priceChangeWords({ ...change, kind: "gone", after: null })).toBe(
      "No longer sold: A worker (an hour), £38.00",
    );
    expect(priceChangeWords({ ...change, kind: "new", before: null })).toBe("New: A worker (an hour), £40.00");
  });

  test("of how full a service is, and of the state of the register", () => {
    expect(spaceWords({ places: 10, openPlaces: 4, waitDays: 0 })).toBe("4 of 10 places open, no wait");
    expect(spaceWords({ places: 1, openPlaces: 0, waitDays: 14 })).toBe("0 of 1 place open, 2 weeks to wait");
    expect(generationWords(12345n)).toBe("State 12,345 of the register");
  });

  test("of what its question finds now", () => {
    expect(recountWords({ total: 12, onList: 1 })).toBe(
      "It finds 12 now. Of these, 1 is on this list, kept or dropped. 11 are not.",
    );
    expect(recountWords({ total: 4321, onList: null })).toBe("It finds 4,321 now.");
  });

  test("of every act on it", () => {
    for (const act of ["create", "add", "note", "drop", "restore", "freeze", "share", "unshare"])
      expect(actWords[`shortlist.${act}`]).toMatch(/^[A-Z]/);
  });
});

test("the record of an act is read, whatever stands in it", () => {
  const [entryId, authority] = [newId(), newId()];
  expect(ActDetail.parse({ entryId })).toEqual({ entryId, to: [], from: [] });
  expect(ActDetail.parse({ to: [authority] })).toEqual({ entryId: null, to: [authority], from: [] });
  expect(ActDetail.parse({ from: authority })).toEqual({ entryId: null, to: [], from: [authority] });
  expect(ActDetail.parse({ from: "open", to: "frozen", kept: 2 })).toEqual({ entryId: null, to: [], from: [] });
});

test("kept and dropped are counted, and a question that cannot be read is everything", () => {
  expect(counted([{ droppedAt: null }, { droppedAt: new Date() }, { droppedAt: null }])).toEqual({
    kept: 2,
    dropped: 1,
  });
  expect(keptOf({ criteria: { query: "open=yes", said: ["Space now"] } }).query).toBe("open=yes");
  expect(keptOf({ criteria: null })).toEqual({ query: "", said: [] });
});

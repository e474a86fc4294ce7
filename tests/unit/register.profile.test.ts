import { describe, expect, test } from "vitest";
import { visitor } from "@/lib/core/actor";
import { goesAlong, missing, type Readiness } from "@/lib/register/application/rules";
import { ReplyInput } from "@/lib/register/application/schema";
import { answersVisibleTo, mayFound, visibleTo } from "@/lib/register/profile/policy";
import { readNumbers, schemesFor, sizeOf, vcseAtFirst } from "@/lib/register/profile/rules";
import { GroundsInput, ProfileInput } from "@/lib/register/profile/schema";

const million = 100_000_000n;

test.each([
  [9.9, 2n * million, "micro"],
  [10, 1n, "small"],
  [0, 2n * million + 1n, "small"],
  [49, 10n * million, "small"],
  [50, 1n, "medium"],
  [249, 44n * million, "medium"],
  [250, 1n, "large"],
  [1, 44n * million + 1n, "large"],
])("%d staff and %d pence are %s", (staffFte, incomePence, size) => {
  expect(sizeOf({ staffFte, incomePence })).toBe(size);
});

test("the legal form says, denies or asks whether it is a VCSE", () => {
  expect([vcseAtFirst("yes"), vcseAtFirst("no"), vcseAtFirst("ask"), vcseAtFirst(undefined)]).toEqual([
    true,
    false,
    null,
    null,
  ]);
});

describe("numbers", () => {
  test("a charity may be on the register of its own country", () => {
    expect(schemesFor(["GB-CHC", "GB-COH", "XX-NO"])).toEqual(["GB-CHC", "GB-SC", "GB-NIC", "GB-COH"]);
    expect(readNumbers(["GB-CHC"], { "GB-SC": "sc012345" })).toEqual({
      numbers: [{ scheme: "GB-SC", value: "SC012345" }],
      faults: [],
    });
  });

  test("one is needed where there is a register, none where there is not", () => {
    expect(readNumbers(["GB-COH"], {}).faults).toEqual([{ scheme: "GB-COH", message: "Enter at least one number" }]);
    expect(readNumbers([], { "GB-COH": "01234567" })).toEqual({ numbers: [], faults: [] });
  });

  test("a wrong one is said at its own field, and others are kept", () => {
    const { numbers, faults } = readNumbers(["GB-CHC", "GB-COH"], { "GB-CHC": "1", "GB-COH": "1234567" });
    expect(numbers).toEqual([{ scheme: "GB-COH", value: "01234567" }]);
    expect(faults.map(({ scheme }) => scheme)).toEqual(["GB-CHC"]);
  });
});

describe("what is missing", () => {
  const part = { id: "p1", number: 1, title: "Accommodation" };
  const finished = { id: "s1", title: "Finding home", partId: "p1", state: "draft", unfinished: [] };
  const ready: Readiness = {
    isProfileDone: true,
    parts: [part],
    services: [finished],
    conditions: [{ number: 1, title: "Safe", isAnswered: true, hasRunOut: false }],
    groundsLeft: 0,
  };
  const sections = (change: Partial<Readiness>) =>
    missing({ ...ready, ...change }).map(({ section, href }) => `${section} ${href}`);

  test("nothing, when all is there", () => expect(missing(ready)).toEqual([]));
  test("the finished drafts of the chosen parts go along", () => {
    const other = { ...finished, id: "s2", partId: "p2" };
    const half = { ...finished, id: "s3", unfinished: ["prices" as const] };
    expect(
      goesAlong({ parts: [part], services: [finished, other, half, { ...finished, id: "s4", state: "published" }] }),
    ).toEqual([finished]);
  });

  test.each([
    [{ isProfileDone: false }, ["profile /apply/profile"]],
    [{ parts: [] }, ["parts /apply/parts"]],
    [{ services: [] }, ["services /services/new?part=p1"]],
    [{ services: [{ ...finished, unfinished: ["prices" as const] }] }, ["services /services/s1"]],
    [{ services: [{ ...finished, partId: "p2" }] }, ["services /services/new?part=p1"]],
    [{ services: [{ ...finished, state: "withdrawn" }] }, ["services /services/new?part=p1"]],
    [{ services: [{ ...finished, state: "published" }] }, []],
    [
      { conditions: [{ number: 3, title: "Safe", isAnswered: false, hasRunOut: false }] },
      ["conditions /apply/conditions/3"],
    ],
    [
      { conditions: [{ number: 3, title: "Safe", isAnswered: true, hasRunOut: true }] },
      ["conditions /apply/conditions/3"],
    ],
    [{ groundsLeft: 1 }, ["grounds /apply/grounds"]],
  ])("%j", (change, found) => expect(sections(change)).toEqual(found));
});

/** One ground that applies, with everything that is asked about it. */
const told = {
  applies: "insolvency",
  about: { insolvency: "connectedPerson" },
  what: { insolvency: "A" },
  happened: { insolvency: "2024-02-01" },
  right: { insolvency: "B" },
};

describe("forms", () => {
  test("a reply alone says that no answer changes", () => {
    const queryId = "01890a5d-ac96-774b-bcce-b302099a8057";
    expect(ReplyInput.safeParse({ queryId, reply: "Yes." }).data).toEqual({ change: "no", queryId, reply: "Yes." });
    expect(ReplyInput.safeParse({ queryId, reply: "Yes.", change: "yes" }).success).toBe(false);
    expect(ReplyInput.safeParse(null).success).toBe(false);
  });

  test.each([
    [{ any: "no" }, true],
    [{ any: "no", applies: "insolvency" }, false],
    [{ any: "yes" }, false],
    [{ any: "yes", applies: ["insolvency"] }, false],
    [{ any: "yes", applies: "insolvency", what: { insolvency: "A" }, right: { insolvency: "B" } }, false],
    [{ any: "yes", ...told }, true],
    [{ any: "yes", ...told, about: { insolvency: "nobody" } }, false],
    [{ any: "yes", ...told, happened: { insolvency: "2024-02-30" } }, false],
    [{ any: "yes", ...told, happened: {} }, false],
    [{ any: "yes", ...told, rightOn: { insolvency: "2024-03-01" } }, true],
    [{ any: "yes", ...told, rightOn: { insolvency: "2024-01-31" } }, false],
    [{ any: "yes", ...told, rightOn: { insolvency: "soon" } }, false],
    [{ any: "yes", ...told, what: { insolvency: "x".repeat(4001) } }, false],
    // What is not ticked is not looked at.
    [{ any: "no", happened: { insolvency: "soon" } }, true],
    [{}, false],
  ])("grounds %j", (typed, right) => expect(GroundsInput.safeParse({ version: 0, ...typed }).success).toBe(right));

  test.each(["0", "3.5", "1,200", 7])("staff can be %s", (staffFte) => {
    expect(ProfileInput.shape.staffFte.safeParse(staffFte).success).toBe(true);
  });
  test.each(["", "-1", "3.55", "1e3", "many", null])("staff cannot be %s", (staffFte) => {
    expect(ProfileInput.shape.staffFte.safeParse(staffFte).success).toBe(false);
  });
});

test("a visitor founds nothing and sees nothing", () => {
  expect(mayFound(visitor)).toBe(false);
  expect(visibleTo(visitor)).toMatchObject({ id: { in: [] } });
  expect(answersVisibleTo(visitor)).toEqual({ organisationId: { in: [] } });
});

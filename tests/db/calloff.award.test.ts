import { beforeAll, describe, expect, test } from "vitest";
import { proposeAward } from "@/lib/calloff/decide/award/commands/propose";
import { reconsiderAward } from "@/lib/calloff/decide/award/commands/reconsider";
import { RankingRecord } from "@/lib/calloff/decide/award/record";
import { db } from "@/lib/core/db";
import type { Result } from "@/lib/core/door/result";
import { newId } from "@/lib/core/values/id";
import { choicesFor, judgedCallOff, stateOf } from "../support/call-off/awards";
import { type Players, players, unconflicted } from "../support/call-off/world";
import { done } from "../support/world.calloff";

let world: Players;
beforeAll(async () => {
  world = await players();
});

const kind = (result: Result<unknown>) => (result.ok ? "done" : result.refusal.kind);
const fields = (result: Result<unknown>) =>
  !result.ok && result.refusal.kind === "invalid" ? Object.keys(result.refusal.fields) : [];

describe("a proposal", () => {
  test("awards the first of the ranking, keeps the ranking, and asks the funders", async () => {
    const { made, tenders } = await judgedCallOff(world, { lots: 2, shared: true });
    done(await proposeAward(world.commissioner, { id: made.id, lots: choicesFor(made, tenders[0]) }));
    expect(await stateOf(made.id)).toBe("awardProposed");
    const awards = await db.lotAward.findMany({ where: { callOffId: made.id }, orderBy: { lotId: "asc" } });
    expect(awards.map(({ tenderId, version, pricePence }) => ({ tenderId, version, pricePence }))).toEqual(
      made.lotIds.map(() => ({ tenderId: tenders[0], version: 1, pricePence: 120n * 100_00n })),
    );
    const ranking = RankingRecord.parse(awards[0]?.ranking);
    expect(ranking.tenders.map(({ place, total }) => [place, total])).toEqual([
      [1, 100_000],
      [2, 42_000 + 27_273],
      [3, 28_000 + 25_000],
    ]);
    expect(ranking.tenders[0]?.answers.map(({ reason }) => reason)).toEqual(["As agreed.", "As agreed.", "As agreed."]);
    expect(awards[0]?.concentration).toMatchObject({
      category: { before: { hhi: null }, after: { hhi: 10_000, shareBp: 10_000 } },
    });
    const funders = await db.callOffFunder.findMany({
      where: { callOffId: made.id },
      select: { state: true, shares: { select: { awardPence: true } } },
      orderBy: { number: "asc" },
    });
    expect(funders.map(({ state }) => state)).toEqual(["waiting", "waiting"]);
    expect(funders.map(({ shares }) => shares.map(({ awardPence }) => awardPence))).toEqual([
      [7_200_00n, 7_200_00n],
      [4_800_00n, 4_800_00n],
    ]);
  });

  test("is refused for anybody but the first, for a missing lot, and when nobody would win", async () => {
    const { made, tenders } = await judgedCallOff(world, { lots: 2 });
    const second = await proposeAward(world.commissioner, { id: made.id, lots: choicesFor(made, tenders[1]) });
    expect(fields(second)).toEqual(["lots.0.tenderId", "lots.1.tenderId"]);
    const stranger = await proposeAward(world.commissioner, { id: made.id, lots: choicesFor(made, newId()) });
    expect(kind(stranger)).toBe("invalid");
    const half = choicesFor(made, tenders[0]).slice(0, 1);
    expect(kind(await proposeAward(world.commissioner, { id: made.id, lots: half }))).toBe("conflict");
    expect(kind(await proposeAward(world.commissioner, { id: made.id, lots: choicesFor(made, null) }))).toBe(
      "conflict",
    );
    const silent = choicesFor(made, tenders[0], { reason: " " });
    expect(fields(await proposeAward(world.commissioner, { id: made.id, lots: silent }))).toContain("lots.0.reason");
    expect(await stateOf(made.id)).toBe("moderated");
    expect(await db.lotAward.count({ where: { callOffId: made.id } })).toBe(0);
  });

  test("may give one lot to nobody, with a reason", async () => {
    const { made, tenders } = await judgedCallOff(world, { lots: 2 });
    const [first, second] = choicesFor(made, tenders[0]);
    done(await proposeAward(world.commissioner, { id: made.id, lots: [first, { ...second, tenderId: "nobody" }] }));
    const awards = await db.lotAward.findMany({ where: { callOffId: made.id }, select: { tenderId: true } });
    expect(awards.filter(({ tenderId }) => tenderId === null)).toHaveLength(1);
  });

  test("settles a tie only in writing", async () => {
    const { made, tenders } = await judgedCallOff(world, {
      bids: [
        [5, 100_00n],
        [5, 100_00n],
      ],
    });
    const bare = await proposeAward(world.commissioner, { id: made.id, lots: choicesFor(made, tenders[1]) });
    expect(fields(bare)).toEqual(["lots.0.tieBreak"]);
    const lots = choicesFor(made, tenders[1], { tieBreak: "It can start a month earlier." });
    done(await proposeAward(world.commissioner, { id: made.id, lots }));
    const award = await db.lotAward.findFirstOrThrow({ where: { callOffId: made.id } });
    expect([award.tenderId, award.tieBreak]).toEqual([tenders[1], "It can start a month earlier."]);
  });

  test("with one tender says what else was considered, and why", async () => {
    const { made, tenders } = await judgedCallOff(world, { bids: [[3, 100_00n]] });
    const bare = await proposeAward(world.commissioner, { id: made.id, lots: choicesFor(made, tenders[0]) });
    expect(fields(bare)).toEqual(["lots.0.considered", "lots.0.singleBid"]);
    const lots = choicesFor(made, tenders[0], { considered: ["extend", "grant"], singleBid: "The need is urgent." });
    done(await proposeAward(world.commissioner, { id: made.id, lots }));
    const award = await db.lotAward.findFirstOrThrow({ where: { callOffId: made.id } });
    expect(award.singleBid).toBe(
      "Considered instead: running it again with more time and a grant. The need is urgent.",
    );
  });

  test("never takes a tender over its budget or under a minimum", async () => {
    const { made, tenders } = await judgedCallOff(world, {
      bids: [
        [5, 9_000_00n],
        [2, 100_00n],
      ],
    });
    const dear = await proposeAward(world.commissioner, { id: made.id, lots: choicesFor(made, tenders[0]) });
    expect(fields(dear)).toEqual(["lots.0.tenderId"]);
    done(await proposeAward(world.commissioner, { id: made.id, lots: choicesFor(made, tenders[1]) }));
  });

  test("is nobody's but an unconflicted commissioner's of the authority", async () => {
    const { made, tenders } = await judgedCallOff(world);
    const lots = choicesFor(made, tenders[0]);
    const { bidders, funder, auditor, approver, colleague } = world;
    for (const other of [funder, bidders[0]?.signatory])
      expect(kind(await proposeAward(other ?? funder, { id: made.id, lots }))).toBe("missing");
    for (const other of [auditor, approver])
      expect(kind(await proposeAward(other, { id: made.id, lots }))).toBe("forbidden");
    await db.callOffDeclaration.create({
      data: { id: newId(), callOffId: made.id, userId: colleague.id, conflicted: true, declaredAt: new Date() },
    });
    expect(kind(await proposeAward(colleague, { id: made.id, lots }))).toBe("conflict");
    const fresh = { ...colleague, id: newId() };
    expect(kind(await proposeAward(fresh, { id: made.id, lots }))).toBe("conflict");
  });

  test("by two officers at once is one proposal, whichever tender each of them chose", async () => {
    for (let round = 0; round < 4; round++) {
      const { made, tenders } = await judgedCallOff(world, {
        bids: [
          [4, 100_00n],
          [4, 100_00n],
        ],
      });
      const [one, two] = await Promise.all(
        [world.commissioner, world.colleague].map((officer, at) =>
          proposeAward(officer, { id: made.id, lots: choicesFor(made, tenders[at], { tieBreak: "By lot." }) }),
        ),
      );
      expect([one, two].map((result) => result && kind(result)).toSorted()).toEqual(["conflict", "done"]);
      const awards = await db.lotAward.findMany({ where: { callOffId: made.id }, select: { tenderId: true } });
      expect(awards).toEqual([{ tenderId: one?.ok ? tenders[0] : tenders[1] }]);
    }
  });
});

describe("reconsidering", () => {
  test("goes back to the scores, lets the funders go, and the next proposal is a new version", async () => {
    const { made, tenders } = await judgedCallOff(world);
    const lots = choicesFor(made, tenders[0]);
    done(await proposeAward(world.commissioner, { id: made.id, lots }));
    expect(kind(await reconsiderAward(world.commissioner, { id: made.id, reason: "" }))).toBe("invalid");
    expect(kind(await reconsiderAward(world.funder, { id: made.id, reason: "Mine" }))).toBe("missing");
    done(await reconsiderAward(world.commissioner, { id: made.id, reason: "A price was read wrongly." }));
    expect(await stateOf(made.id)).toBe("moderated");
    const funders = await db.callOffFunder.findMany({ where: { callOffId: made.id }, select: { state: true } });
    expect(funders.every(({ state }) => state === "agreed")).toBe(true);
    await unconflicted(made.id, world.colleague);
    done(await proposeAward(world.colleague, { id: made.id, lots }));
    const versions = await db.lotAward.findMany({ where: { callOffId: made.id }, select: { version: true } });
    expect(versions.map(({ version }) => version).toSorted()).toEqual([1, 2]);
  });
});

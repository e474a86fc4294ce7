import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Rushed, turnsFor } from "@/lib/core/door/turns";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => void vi.useRealTimers());

const breathe = () => new Promise((resolve) => setImmediate(resolve));

/** Work that ends when it is told to. */
function held() {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { end, work: () => ended };
}

test("so many at a time, the others in the order in which they came", async () => {
  const inTurn = turnsFor({ seats: 2, patience: 1_000 });
  const begun: number[] = [];
  const works = [0, 1, 2, 3, 4].map(() => held());
  const all = works.map(({ work }, at) =>
    inTurn(() => {
      begun.push(at);
      return work();
    }),
  );
  await breathe();
  expect(begun).toEqual([0, 1]);
  works[1]?.end();
  await breathe();
  expect(begun).toEqual([0, 1, 2]);
  for (const { end } of works) end();
  await Promise.all(all);
  expect(begun).toEqual([0, 1, 2, 3, 4]);
});

test("a fault gives the seat back", async () => {
  const inTurn = turnsFor({ seats: 1, patience: 1_000 });
  await expect(inTurn(() => Promise.reject(new TypeError("broken")))).rejects.toThrow("broken");
  expect(await inTurn(async () => "done")).toBe("done");
});

test("who waits for too long is sent away, and takes nobody's seat", async () => {
  const inTurn = turnsFor({ seats: 1, patience: 1_000 });
  const first = held();
  const busy = inTurn(first.work);
  const late = inTurn(async () => "late");
  const refused = expect(late).rejects.toBeInstanceOf(Rushed);
  vi.advanceTimersByTime(1_001);
  await refused;
  const next = inTurn(async () => "next");
  first.end();
  await busy;
  expect(await next).toBe("next");
});

test("a process that stood still hears that a seat came free before it sends anybody away", async () => {
  const inTurn = turnsFor({ seats: 1, patience: 1_000 });
  const first = held();
  const busy = inTurn(first.work);
  const second = inTurn(async () => "in");
  // Both happen at once: the clock has run out, and what was waited for has come.
  vi.advanceTimersByTime(5_000);
  first.end();
  await busy;
  expect(await second).toBe("in");
});

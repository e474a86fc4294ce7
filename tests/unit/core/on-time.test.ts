import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { stateAt } from "@/lib/calloff/record/rules";
import { onTime, pauseBefore } from "@/lib/core/process/on-time";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("it waits until something falls due, half a minute at the most, and never spins", () => {
  expect(pauseBefore(null)).toBe(30_000);
  expect(pauseBefore(86_400_000)).toBe(30_000);
  expect(pauseBefore(12.3)).toBe(13);
  for (const past of [0, -1, -86_400_000]) expect(pauseBefore(past)).toBe(5_000);
});

test("every round asks again, a fault ends nothing, and it can be ended", async () => {
  const work = vi
    .fn()
    .mockResolvedValueOnce({ done: { closed: 0 }, next: 100 })
    .mockRejectedValueOnce(new Error("The database is away."))
    .mockResolvedValue({ done: { closed: 1 }, next: null });
  const end = onTime("closes", work);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(work).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(100);
  expect(work).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(work).toHaveBeenCalledTimes(3);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(work).toHaveBeenCalledTimes(4);
  end();
  await vi.advanceTimersByTimeAsync(300_000);
  expect(work).toHaveBeenCalledTimes(4);
});

test("from its close on a published call-off is closed, whatever its row still says", () => {
  const closesAt = new Date("2027-06-01T12:00:00Z");
  const at = (state: "published" | "withdrawn", more: number) =>
    stateAt({ state, closesAt }, new Date(closesAt.getTime() + more));
  expect([at("published", -1), at("published", 0), at("published", 1)]).toEqual(["published", "closed", "closed"]);
  expect(at("withdrawn", 1)).toBe("withdrawn");
  expect(stateAt({ state: "published", closesAt: null }, closesAt)).toBe("published");
});

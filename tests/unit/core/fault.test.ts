import { describe, expect, test } from "vitest";
import { isBusy, isRepeatable, isUniqueClash } from "@/lib/core/door/fault";

const coded = (code: string, cause?: object) => Object.assign(new Error("told"), { code, cause });

describe("what a fault of the database means", () => {
  test.each([
    ["a lock that was waited for too long", coded("55P03")],
    ["the same, inside what the adapter wraps around it", coded("P2010", { originalCode: "55P03" })],
    ["a transaction that could not begin, or took too long", coded("P2028")],
    ["a connection that did not come free", new Error("timeout exceeded when trying to connect")],
  ])("busy: %s", (_what, fault) => {
    expect([isBusy(fault), isRepeatable(fault), isUniqueClash(fault)]).toEqual([true, false, false]);
  });

  test.each([coded("40001"), coded("40P01"), coded("P2034")])("asked again: %s", (fault) => {
    expect([isBusy(fault), isRepeatable(fault), isUniqueClash(fault)]).toEqual([false, true, false]);
  });

  test.each([coded("23505"), coded("P2002")])("somebody was first: %s", (fault) => {
    expect([isBusy(fault), isRepeatable(fault), isUniqueClash(fault)]).toEqual([false, false, true]);
  });

  test.each([coded("42P01"), new TypeError("x is undefined"), null, "text"])(
    "a fault and nothing else: %s",
    (fault) => {
      expect([isBusy(fault), isRepeatable(fault), isUniqueClash(fault)]).toEqual([false, false, false]);
    },
  );
});

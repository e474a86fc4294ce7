import { describe, expect, test } from "vitest";
import { bareNumber, hostOf, mailDomainOf } from "@/lib/register/application/decision/duplicate-rules";
import { QueueFilter, StatisticsFilter } from "@/lib/register/application/decision/schema";
import {
  byKind,
  byReason,
  bySize,
  type Counted,
  decisionTimes,
  monthsOf,
} from "@/lib/register/application/decision/statistic-rules";

const row = (more: Partial<Counted>): Counted => ({
  sentOn: "2026-01-10",
  dueOn: "2026-02-07",
  decidedOn: "2026-01-20",
  days: 6,
  size: "micro",
  vcse: true,
  parts: [{ decision: "admitted", codes: ["conditionsMet"] }],
  ...more,
});
const refused = (...codes: string[]) => ({ decision: "refused" as const, codes });

test.each([
  [[], { median: null, slowest: null, count: 0 }],
  [[7], { median: 7, slowest: 7, count: 1 }],
  [[9, 1, 5], { median: 5, slowest: 9, count: 3 }],
  [[4, 2, 8, 6], { median: 5, slowest: 8, count: 4 }],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], { median: 5.5, slowest: 9, count: 10 }],
])("decision times of %j", (days, times) => {
  expect(decisionTimes(days)).toEqual(times);
});

describe("statistics", () => {
  const rows = [
    row({}),
    row({ decidedOn: "2026-03-02", days: 35, size: "large", vcse: false, parts: [refused("evidenceOld", "noReply")] }),
    row({
      sentOn: "2026-02-20",
      dueOn: "2026-03-20",
      decidedOn: null,
      days: null,
      parts: [{ decision: null, codes: [] }],
    }),
  ];

  test("by month: what was sent and decided in it, and what was open and late when it ended", () => {
    const months = monthsOf(rows, { from: "2026-01", to: "2026-03", today: "2026-03-25" });
    expect(months.map(({ times, ...month }) => ({ ...month, median: times.median }))).toEqual([
      { month: "2026-01", sent: 2, decided: 1, open: 1, overdue: 0, median: 6 },
      { month: "2026-02", sent: 1, decided: 0, open: 2, overdue: 1, median: null },
      { month: "2026-03", sent: 0, decided: 1, open: 1, overdue: 1, median: 35 },
    ]);
    expect(monthsOf([], { from: "2025-12", to: "2026-01", today: "2026-01-05" })).toHaveLength(2);
  });

  test("by size, by reason, and by who was admitted", () => {
    const decided = rows.filter(({ decidedOn }) => decidedOn);
    expect(bySize(decided).map(({ size, decided: n, admitted, refused: no }) => [size, n, admitted, no])).toEqual([
      ["micro", 1, 1, 0],
      ["small", 0, 0, 0],
      ["medium", 0, 0, 0],
      ["large", 1, 0, 1],
    ]);
    expect(byReason([...decided, row({ parts: [refused("evidenceOld"), refused("forgotten")] })])).toEqual([
      { code: "evidenceOld", parts: 2 },
      { code: "noReply", parts: 1 },
      { code: "other", parts: 1 },
    ]);
    expect(byKind(decided)).toEqual([
      { kind: "sme", organisations: 1, parts: 1 },
      { kind: "notSme", organisations: 0, parts: 0 },
      { kind: "vcse", organisations: 1, parts: 1 },
      { kind: "notVcse", organisations: 0, parts: 0 },
    ]);
  });
});

describe("what may be the same organisation", () => {
  test.each([
    ["https://www.harbour.example/about", "harbour.example"],
    ["https://HARBOUR.example", "harbour.example"],
    ["https://www.facebook.com/harbour", null],
    ["https://harbour.wordpress.com", null],
    ["not an address", null],
    [null, null],
  ])("the host of %j is %j", (website, host) => expect(hostOf(website)).toBe(host));

  test.each([
    ["hello@harbour.example", "harbour.example"],
    ["harbour@gmail.com", null],
    [null, null],
  ])("the domain of %j is %j", (email, domain) => expect(mailDomainOf(email)).toBe(domain));

  test("a number is the same with spaces and noughts before it", () => {
    expect([bareNumber("0012 34-5"), bareNumber("sc012345")]).toEqual(["12345", "SC012345"]);
  });
});

test("filters that make no sense are none", () => {
  expect(QueueFilter.parse({ show: "x", who: "somebody", age: "7", due: "never", page: "0", part: "12345" })).toEqual({
    q: "",
    show: "open",
    who: "anyone",
    part: "",
    age: null,
    due: null,
    page: 1,
  });
  expect(QueueFilter.parse({ who: "me", age: "10", due: "week" })).toMatchObject({ who: "me", age: "10", due: "week" });
  expect([StatisticsFilter.parse({ year: "1999" }), StatisticsFilter.parse({ year: "2026" })]).toEqual([
    { year: null },
    { year: 2026 },
  ]);
});

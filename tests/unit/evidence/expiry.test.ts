import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addMonths, isDay } from "@/lib/core/values/moment";
import { type ArchiveEntry, isTame, judgeArchive, limits } from "@/lib/register/evidence/archive";
import {
  answerExpiry,
  hasRunOut,
  isPastGrace,
  REMIND_AT,
  reminderDue,
  soonest,
  typedExpiry,
} from "@/lib/register/evidence/expiry";
import { attachment, displayName, kindByName, kindByType, sizeText } from "@/lib/register/evidence/rules";

const today = "2027-06-03";
const day = fc.integer({ min: -800, max: 800 }).map((days) => addDays(today, days));
const days = fc.array(fc.option(day), { maxLength: 6 });
const months = fc.option(fc.integer({ min: 1, max: 60 }));

describe("until when an answer holds", () => {
  test("is the soonest of all that ends, and never when nothing does", () => {
    expect(soonest([null, null])).toBeNull();
    expect(soonest([])).toBeNull();
    fc.assert(
      fc.property(fc.option(day), months, days, (typed, validMonths, evidence) => {
        const ends = answerExpiry(typed, { validMonths, answeredOn: today, evidence });
        const all = [typed, validMonths === null ? null : addMonths(today, validMonths), ...evidence];
        if (ends === null) return all.every((one) => one === null);
        return all.includes(ends) && all.every((one) => one === null || one >= ends) && isDay(ends);
      }),
    );
  });

  test("gives back what was typed, and only that", () => {
    fc.assert(
      fc.property(fc.option(day), months, days, (typed, validMonths, evidence) => {
        const resting = { validMonths, answeredOn: today, evidence };
        const shown = typedExpiry(answerExpiry(typed, resting), resting, today);
        const again = answerExpiry(shown, resting);
        // Saving the same form again moves nothing, unless its day was past.
        return shown === null || (shown === typed && shown > today && again === answerExpiry(typed, resting));
      }),
    );
    const resting = { validMonths: 12, answeredOn: today, evidence: ["2028-01-01"] };
    expect(typedExpiry("2027-09-01", resting, today)).toBe("2027-09-01");
    expect(typedExpiry("2028-01-01", resting, today)).toBeNull();
    expect(typedExpiry("2027-05-01", resting, today)).toBeNull();
  });

  test("counts its last day in full, and then the days of grace", () => {
    expect(hasRunOut(today, today)).toBe(false);
    expect(hasRunOut(addDays(today, -1), today)).toBe(true);
    expect(hasRunOut(null, today)).toBe(false);
    expect(isPastGrace(addDays(today, -30), 30, today)).toBe(false);
    expect(isPastGrace(addDays(today, -31), 30, today)).toBe(true);
    expect(isPastGrace(addDays(today, -1), 0, today)).toBe(true);
    expect(isPastGrace(null, 0, today)).toBe(false);
  });
});

describe("reminders", () => {
  test("over the whole life of something, each is due once, in order", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (life) => {
        const ends = addDays(today, life);
        const due = Array.from({ length: life + 3 }, (_, at) => reminderDue(ends, today, addDays(today, at)));
        const sent = due.filter((one, at) => one !== null && due[at - 1] !== one);
        expect(sent).toEqual(REMIND_AT.filter((one) => one < life));
      }),
    );
  });

  test("none is due after the last day, or before 60", () => {
    expect(reminderDue(addDays(today, -1), "2020-01-01", today)).toBeNull();
    expect(reminderDue(addDays(today, 61), "2020-01-01", today)).toBeNull();
    expect(reminderDue(today, "2020-01-01", today)).toBe(7);
  });
});

describe("names", () => {
  test("are safe to show and to save under, whatever was sent", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (given) => {
        const name = displayName(given, "pdf");
        expect(name).toMatch(/^[^/\\<>:"|?*\p{C}\p{Zl}\p{Zp}]+\.pdf$/u);
        expect(name.startsWith(".")).toBe(false);
        expect(Array.from(name).length).toBeLessThanOrEqual(120);
        expect(name.isWellFormed()).toBe(true);
        expect(displayName(name, "pdf")).toBe(name);
        // As many of a header's characters as Latin-1 has, and no line of its own.
        expect(attachment(name)).toMatch(
          /^attachment; filename="[A-Za-z0-9 ._()-]+"; filename\*=UTF-8''[A-Za-z0-9%._~-]+$/,
        );
      }),
    );
  });

  test.each([
    ["../../etc/passwd.pdf", "passwd.pdf"],
    ["C:\\Users\\x\\Our accounts.PDF", "Our accounts.pdf"],
    ["annexe\u202efdp.exe.pdf", "annexefdp.exe.pdf"],
    ["a\u0000b\r\nSet-Cookie: x.pdf", "abSet-Cookie x.pdf"],
    ["....pdf", "file.pdf"],
    ["", "file.pdf"],
    ["Cyfrifon Môn.pdf", "Cyfrifon Môn.pdf"],
    ["=cmd|' /C calc'!A0.pdf", "=cmd ' C calc'!A0.pdf"],
  ])("%j is shown as %j", (given, shown) => {
    // A slash ends a folder, so what stands before the last one is gone.
    expect(displayName(given.replace("/C", "C"), "pdf")).toBe(shown);
  });

  test("say their kind by their ending, and types by their name", () => {
    expect(["a.pdf", "a.PDF ", "a.jpeg", "a.svg", "a", "pdf", "a.pdf.html"].map(kindByName)).toEqual([
      ...["pdf", "pdf", "jpeg"],
      ...[null, null, null, null],
    ]);
    expect(
      ["application/pdf; charset=x", "IMAGE/PNG", "", "application/octet-stream", "text/html"].map(kindByType),
    ).toEqual(["pdf", "png", "unsaid", "unsaid", null]);
    expect([1, 2_000, 1_500_000].map(sizeText)).toEqual(["1 KB", "2 KB", "1.4 MB"]);
  });
});

describe("archives", () => {
  const entry = (name: string, more: Partial<ArchiveEntry> = {}): ArchiveEntry => ({
    ...{ name, packed: 10, unpacked: 20, encrypted: false, at: 0 },
    ...more,
  });
  const laid = (entries: ArchiveEntry[]) => entries.map((one, at) => ({ ...one, at: at * 1_000 }));
  const document = [entry("[Content_Types].xml"), entry("word/document.xml")];

  test("of a document alone are taken", () => {
    expect(judgeArchive(laid(document))).toMatchObject({ ok: true, kind: "docx", nested: [] });
    expect(judgeArchive(laid([entry("[Content_Types].xml"), entry("xl/workbook.xml")]))).toMatchObject({
      kind: "xlsx",
    });
    expect(judgeArchive([])).toEqual({ ok: false, fault: "damaged" });
  });

  test("never pass with more than they may hold, whatever else is in them", () => {
    const any = fc.record({
      name: fc.string({ maxLength: 30 }),
      packed: fc.nat({ max: 5_000_000 }),
      unpacked: fc.nat({ max: 200_000_000 }),
      encrypted: fc.boolean(),
      at: fc.nat({ max: 10_000_000 }),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), (more) => {
        const judged = judgeArchive([...laid(document), ...more]);
        if (!judged.ok) return true;
        return (
          judged.unpacked <= limits.unpacked &&
          more.every(({ name, encrypted }) => isTame(name) && !encrypted) &&
          more.every(
            ({ unpacked, packed }) => unpacked <= limits.ratioFrom || unpacked <= Math.max(1, packed) * limits.ratio,
          )
        );
      }),
    );
  });

  test.each(["", "/a", "../a", "a/../b", "a\\b", "C:a", "a/./b", "a\u0000", "x".repeat(256)])(
    "no entry is named %j",
    (name) => {
      expect(isTame(name)).toBe(false);
    },
  );
});

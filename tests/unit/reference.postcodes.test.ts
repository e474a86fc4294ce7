import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { type PlaceRow, placesFrom } from "@/lib/reference/places";
import { cellsOf, columnsOf, postcodesIn, postcodeWords, readLine, readPostcode } from "@/lib/reference/postcode/rules";
import { listFaults, readPlaceList } from "@/lib/register/service/place-list";

describe("a postcode as it is typed", () => {
  test.each([
    ["ME14 1XX", "ME14 1XX"],
    [" me141xx ", "ME14 1XX"],
    ["m1 1ae", "M1 1AE"],
    ["SW1A  0AA", "SW1A 0AA"],
    ["ME14", "ME14"],
    ["e1", "E1"],
  ])("%j is %s", (typed, said) => {
    const read = readPostcode(typed);
    expect(read && postcodeWords(read)).toBe(said);
  });

  test.each(["", "Leeds", "ME", "14", "ME14 1X", "ME14 1XXX", "E1 1", "ME14 1XX, Kent", "x".repeat(5000)])(
    "%j is none",
    (typed) => {
      expect(readPostcode(typed)).toBeNull();
    },
  );

  property.prop([fc.string({ unit: "binary" })])(
    "no text is a fault, and what is read reads the same again",
    (typed) => {
      const read = readPostcode(typed);
      if (read) expect(readPostcode(postcodeWords(read))).toEqual(read);
    },
  );
});

describe("a line of the file", () => {
  const header = 'pcd,pcd2,"pcds",dointr,doterm,oscty,oslaua,ctry';
  const columns = columnsOf(`\uFEFF${header}`);
  const line = (pcds: string, doterm: string, laua: string, ctry = "E92000001") =>
    `"x","y","${pcds}","198001","${doterm}","E1","${laua}","${ctry}"`;

  test("its columns are found by name, in either file and in any year", () => {
    expect(columns).toEqual({ postcode: 2, authority: 6, ended: 4, country: 7 });
    expect(columnsOf("pcds,doterm,lad25cd,ctry25cd")).toEqual({ postcode: 0, authority: 2, ended: 1, country: 3 });
    expect(columnsOf("pcds,doterm,laua,ctry")).not.toBeNull();
    expect(columnsOf("name,address")).toBeNull();
  });

  test.each([
    ["living", line("ME14 1XX", "", "E07000110"), { kind: "living", postcode: "ME141XX", gss: "E07000110" }],
    ["ended", line("ME14 1XX", "199912", "E07000110"), { kind: "ended", postcode: "ME141XX" }],
    ["Scottish", line("EH1 1AA", "", "S12000036", "S92000003"), { kind: "elsewhere" }],
    [
      "no postcode",
      line("MAIDSTONE", "", "E07000110"),
      { kind: "fault", message: expect.stringContaining("MAIDSTONE") },
    ],
    ["no council", line("ME14 1XX", "", ""), { kind: "fault", message: expect.stringContaining("council") }],
    ["cut off", '"x","y"', { kind: "fault", message: expect.stringContaining("missing") }],
  ])("%s", (_what, text, read) => {
    expect(columns && readLine(text, columns)).toEqual(read);
  });

  test("quotes may hold commas and quotes", () => {
    expect(cellsOf('a,"b,""c""",d')).toEqual(["a", 'b,"c"', "d"]);
  });
});

describe("postcodes in a list of places", () => {
  const row = (code: string, name: string): PlaceRow => ({
    ...{ code, name, kind: "region", parentCode: null, current: true, gss: null, council: null, councils: [] },
  });
  const places = placesFrom([row("kent", "Kent"), row("surrey", "Surrey")]);
  const areas = new Map([
    ["ME141XX", ["kent"]],
    ["TN8", ["kent", "surrey"]],
  ]);

  test("one is the place that it lies in; one that touches several is asked about", () => {
    const list = readPlaceList("me14 1xx\nTN8", places, areas);
    expect(list.codes).toEqual(["kent"]);
    expect(list.read).toEqual([{ typed: "me14 1xx", code: "kent" }]);
    expect(listFaults(list, places, areas)).toEqual([expect.stringContaining("more than one place")]);
    expect(postcodesIn("Leeds; me14 1xx, TN8").map(({ text }) => text)).toEqual(["ME141XX", "TN8"]);
  });

  test("one that is not known is told from there being none at all", () => {
    expect(listFaults(readPlaceList("ZZ9 9ZZ", places, areas), places, areas)[0]).toContain("do not know the postcode");
    expect(listFaults(readPlaceList("ZZ9 9ZZ", places, null), places, null)[0]).toContain("No postcodes have been");
  });
});

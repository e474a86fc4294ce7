import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nameOf, readQuery, type Term, type Tree, termsOf, writeTerm } from "@/lib/search/language/tsquery";

const term = (lexeme: string, prefix = false): Tree => ({ kind: "term", lexeme, prefix });
const [a, b, c, d] = [term("a"), term("b"), term("c"), term("d")];
const phrase = (query: string, ...parts: Tree[]): Tree => ({ kind: "phrase", query, parts });
const not = (part: Tree): Tree => ({ kind: "not", part });

describe("what PostgreSQL writes", () => {
  test.each<[string, Tree]>([
    ["'a'", a],
    ["'a':*", term("a", true)],
    ["'d':*AB", term("d", true)],
    ["'a':CD", a],
    ["'a' & 'b' & 'c'", { kind: "and", parts: [a, b, c] }],
    ["'a' | 'b' & 'c'", { kind: "or", parts: [a, { kind: "and", parts: [b, c] }] }],
    [
      "( 'a' | 'b' ) & ( 'c' | !'d':*AB )",
      {
        kind: "and",
        parts: [
          { kind: "or", parts: [a, b] },
          { kind: "or", parts: [c, not(term("d", true))] },
        ],
      },
    ],
    ["!!'a'", not(not(a))],
    ["!( 'a' | 'b' )", not({ kind: "or", parts: [a, b] })],
    ["!( 'a' <-> 'b' ) & !!'c'", { kind: "and", parts: [not(phrase("'a' <-> 'b'", a, b)), not(not(c))] }],
    ["'a' <-> 'b' <-> 'c'", phrase("'a' <-> 'b' <-> 'c'", a, b, c)],
    ["'a' <-> ( 'b' <-> 'c' )", phrase("'a' <-> ( 'b' <-> 'c' )", a, phrase("'b' <-> 'c'", b, c))],
    ["'a' <-> ( 'b' | 'c' )", phrase("'a' <-> ( 'b' | 'c' )", a, { kind: "or", parts: [b, c] })],
    ["( 'a' & 'b' ) <-> 'c'", phrase("( 'a' & 'b' ) <-> 'c'", { kind: "and", parts: [a, b] }, c)],
    ["'a' <-> !'b'", phrase("'a' <-> !'b'", a, not(b))],
    ["!'a' <2> !( 'b' | 'c' )", phrase("!'a' <2> !( 'b' | 'c' )", not(a), not({ kind: "or", parts: [b, c] }))],
    ["'a' <0> 'b' & 'd'", { kind: "and", parts: [phrase("'a' <0> 'b'", a, b), d] }],
    ["'it''s \\\\ x'", term("it's \\ x")],
    ["'a:b'", term("a:b")],
    ["'d e':*", term("d e", true)],
    ["'( | ) & <-> !'", term("( | ) & <-> !")],
    ["'é\u{1f600}'", term("é\u{1f600}")],
  ])("%s", (text, tree) => {
    expect(readQuery(text)).toEqual(tree);
  });
});

test.each([
  "",
  " ",
  "a",
  "'a",
  "'a' 'b'",
  "'a' &",
  "& 'a'",
  "( 'a'",
  "'a' )",
  "!",
  "'a' <-> ",
  "'a' < 'b'",
  "'a':X",
  "'a' ; 'b'",
  "()",
])("what it does not write is refused: %j", (text) => {
  expect(() => readQuery(text)).toThrow("cannot read");
});

const anyLexeme = fc.string({ unit: "grapheme", minLength: 1 });
const anyTerm: fc.Arbitrary<Term> = fc.record({ lexeme: anyLexeme, prefix: fc.boolean() });

test("a term that was written reads as itself, whatever its weights", () => {
  fc.assert(
    fc.property(anyTerm, fc.constantFrom("", "A", "AB", "D"), (written, weights) => {
      expect(readQuery(writeTerm(written, weights))).toEqual({ kind: "term", ...written });
    }),
  );
});

const { tree: anyTree } = fc.letrec<{ tree: Tree; single: Tree; all: Tree }>((tie) => ({
  single: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    anyTerm.map((each): Tree => ({ kind: "term", ...each })),
    tie("single").map(not),
  ),
  all: fc
    .array(tie("single"), { minLength: 1, maxLength: 3 })
    .map(([first = a, ...more]) => (more.length > 0 ? { kind: "and", parts: [first, ...more] } : first)),
  tree: fc
    .array(tie("all"), { minLength: 1, maxLength: 3 })
    .map(([first = a, ...more]) => (more.length > 0 ? { kind: "or", parts: [first, ...more] } : first)),
}));

const write = (tree: Tree): string => {
  switch (tree.kind) {
    case "term":
      return writeTerm(tree);
    case "not":
      return `!${write(tree.part)}`;
    case "phrase":
      return tree.query;
    default:
      return tree.parts.map(write).join(tree.kind === "and" ? " & " : " | ");
  }
};

test("a search that was written reads as itself", () => {
  fc.assert(
    fc.property(anyTree, (tree) => {
      expect(readQuery(write(tree))).toEqual(tree);
    }),
  );
});

test("the terms that make a text a result are all that are not ruled out, each once", () => {
  const tree = readQuery("'a' & ( 'b':* | 'b' ) & !'c' & !( 'd' <-> 'a' ) & ( 'd' <-> 'e' ) & 'a'");
  expect(termsOf(tree).map(nameOf)).toEqual(["a", "b*", "b", "d", "e"]);
});

/** One lexeme that is asked for: the whole of it, or what begins with it. */
export type Term = { lexeme: string; prefix: boolean };

/** A search by words as PostgreSQL understood it. A phrase stays as PostgreSQL wrote it: only there are positions known. */
export type Tree =
  | ({ kind: "term" } & Term)
  | { kind: "and" | "or"; parts: Tree[] }
  | { kind: "not"; part: Tree }
  | { kind: "phrase"; query: string; parts: Tree[] };

/** What a term is called in an answer: its lexeme, with a star where it stands for all that begin so. */
export const nameOf = ({ lexeme, prefix }: Term): string => (prefix ? `${lexeme}*` : lexeme);

/** A lexeme as a tsquery holds it, asked for in all parts of a text or only in those of these weights. */
export const writeTerm = ({ lexeme, prefix }: Term, weights = ""): string =>
  `'${lexeme.replace(/\\/g, "\\\\").replace(/'/g, "''")}'${prefix || weights ? ":" : ""}${prefix ? "*" : ""}${weights}`;

/** The terms that make a text a result, each once: all that are not ruled out. */
export function termsOf(tree: Tree): Term[] {
  const terms = new Map<string, Term>();
  const walk = (node: Tree): void => {
    if (node.kind === "term") terms.set(nameOf(node), { lexeme: node.lexeme, prefix: node.prefix });
    else if (node.kind !== "not") node.parts.forEach(walk);
  };
  walk(tree);
  return [...terms.values()];
}

type Token = { is: "(" | ")" | "!" | "&" | "|" | "near" | "term"; from: number; to: number; term: Term };

/**
 * Reads the text of a tsquery, such as `'safe' <-> 'home' & !'group'`. Not binds closest, then "followed by", "and", "or".
 * Throws at what PostgreSQL does not write.
 */
export function readQuery(text: string): Tree {
  const tokens = tokensOf(text);
  let at = 0;
  const here = () => tokens[at]?.is;
  const next = (): Token => tokens[at++] ?? unreadable(text);

  const series = (kind: "and" | "or", mark: "&" | "|", inner: () => Tree): Tree => {
    const parts = [inner()];
    while (here() === mark) {
      at++;
      parts.push(inner());
    }
    const [only] = parts;
    return parts.length === 1 && only ? only : { kind, parts };
  };
  const any = (): Tree => series("or", "|", all);
  const all = (): Tree => series("and", "&", phrase);
  const phrase = (): Tree => {
    const from = tokens[at]?.from ?? 0;
    const first = single();
    const parts = [first];
    while (here() === "near") {
      at++;
      parts.push(single());
    }
    return parts.length === 1 ? first : { kind: "phrase", query: text.slice(from, tokens[at - 1]?.to), parts };
  };
  const single = (): Tree => {
    const token = next();
    if (token.is === "!") return { kind: "not", part: single() };
    if (token.is === "term") return { kind: "term", ...token.term };
    if (token.is !== "(") return unreadable(text);
    const inner = any();
    return next().is === ")" ? inner : unreadable(text);
  };

  const tree = any();
  return at === tokens.length ? tree : unreadable(text);
}

const marks = /\s*(?:([()!&|])|(<(?:-|\d+)>)|'((?:[^'\\]|''|\\.)*)'(?::([*ABCD]+))?)/suy;

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const read = new RegExp(marks);
  while (read.lastIndex < text.trimEnd().length) {
    const found = read.exec(text) ?? unreadable(text);
    const [whole, mark, near, quoted = "", flags = ""] = found;
    const to = found.index + whole.length;
    const term = {
      lexeme: quoted.replace(/''|\\(.)/gsu, (same, escaped) => escaped ?? same[0]),
      prefix: flags.includes("*"),
    };
    tokens.push({ is: near ? "near" : isMark(mark) ? mark : "term", from: to - whole.trimStart().length, to, term });
  }
  return tokens;
}

const isMark = (mark: string | undefined): mark is "(" | ")" | "!" | "&" | "|" => mark !== undefined;

function unreadable(text: string): never {
  throw new Error(`PostgreSQL wrote a search by words that we cannot read, of ${text.length} characters`);
}

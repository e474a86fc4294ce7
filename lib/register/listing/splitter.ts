/** How a file parts its records: by commas with quotes (RFC 4180), by tabs without any, or as JSON objects. */
export type Format = "comma" | "tab" | "json";

/**
 * One record of a file. `line` is the line on which it begins, counted from one; `end` is the byte after it, and `lines`
 * the lines read up to there, from which reading goes on. `fault` says why its text cannot be trusted.
 */
export type Piece = { text: string; line: number; end: number; lines: number; fault: string | null };

/** No record of a public register is longer, so a quote that is never closed does not take the rest of the file with it. */
export const LONGEST_RECORD = 256 * 1024;

const LF = 10;
const CR = 13;
const QUOTE = 34;
const COMMA = 44;
const BACKSLASH = 92;
const OPEN = 123;
const CLOSE = 125;

/**
 * Parts a stream of bytes into records, whatever the sizes of its chunks, and knows the byte after each. Works on bytes,
 * because every sign that parts records is one byte in UTF-8. Keeps at most one record that is not complete.
 */
export class Splitter {
  private rest: Buffer = Buffer.alloc(0);
  /** The byte of the file at which `rest` begins, and the lines before it. */
  private at: number;
  private lines: number;

  constructor(
    private readonly format: Format,
    from: { position: number; lines: number } = { position: 0, lines: 0 },
  ) {
    this.at = from.position;
    this.lines = from.lines;
  }

  /** The records that are complete once this chunk has come. */
  push(chunk: Buffer): Piece[] {
    this.rest = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    return this.take(false);
  }

  /** What is left when the file is at its end. */
  end(): Piece[] {
    return this.take(true);
  }

  private take(isLast: boolean): Piece[] {
    const pieces: Piece[] = [];
    let from = this.at === 0 && this.rest.subarray(0, 3).equals(BOM) ? 3 : 0;
    // A mark of byte order that has not wholly come yet would be read as text.
    if (this.at === 0 && !isLast && this.rest.length < 3) return pieces;
    for (;;) {
      const found = next(this.rest, from, this.format, isLast);
      if (!found) break;
      const { start, stop, end, fault } = found;
      const began = this.lines + newlines(this.rest, from, start);
      this.lines = began + newlines(this.rest, start, end);
      if (stop > start || fault)
        pieces.push({
          text: this.rest.toString("utf8", start, stop),
          line: began + 1,
          end: this.at + end,
          lines: this.lines,
          fault,
        });
      from = end;
    }
    this.at += from;
    this.rest = this.rest.subarray(from);
    return pieces;
  }
}

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

type Found = { start: number; stop: number; end: number; fault: string | null };

const next = (bytes: Buffer, from: number, format: Format, isLast: boolean): Found | null =>
  format === "json" ? nextObject(bytes, from, isLast) : nextRow(bytes, from, format === "comma", isLast);

/** A row up to its line end, which a quoted field may hold. */
function nextRow(bytes: Buffer, from: number, hasQuotes: boolean, isLast: boolean): Found | null {
  if (from >= bytes.length) return null;
  const { end, isOpen } = hasQuotes ? quotedEnd(bytes, from) : { end: bytes.indexOf(LF, from), isOpen: false };
  const size = (end === -1 ? bytes.length : end) - from;
  if (size > LONGEST_RECORD || (isOpen && isLast)) return firstLine(bytes, from, isOpen ? openQuote : tooLong);
  if (end !== -1) return { start: from, stop: trimmed(bytes, from, end), end: end + 1, fault: null };
  return isLast ? { start: from, stop: trimmed(bytes, from, bytes.length), end: bytes.length, fault: null } : null;
}

/** The line end that is in no quoted field, or -1; and whether a quote is still open at the end of the bytes. A quote counts only where a field begins. */
function quotedEnd(bytes: Buffer, from: number): { end: number; isOpen: boolean } {
  let at = from;
  let newline = bytes.indexOf(LF, at);
  for (;;) {
    if (bytes[at] === QUOTE) {
      at += 1;
      for (;;) {
        const quote = bytes.indexOf(QUOTE, at);
        if (quote === -1) return { end: -1, isOpen: true };
        at = quote + 1;
        if (quote - from > LONGEST_RECORD) return { end: quote, isOpen: true };
        if (bytes[at] !== QUOTE) break;
        at += 1;
      }
    }
    if (newline !== -1 && newline < at) newline = bytes.indexOf(LF, at);
    const comma = bytes.indexOf(COMMA, at);
    if (comma === -1 || (newline !== -1 && newline < comma)) return { end: newline, isOpen: false };
    at = comma + 1;
  }
}

/** Lets one line go, so that what is wrong with it costs no other. */
function firstLine(bytes: Buffer, from: number, fault: string): Found {
  const newline = bytes.indexOf(LF, from);
  const end = Math.min(newline === -1 ? bytes.length : newline + 1, from + LONGEST_RECORD);
  return { start: from, stop: from, end, fault };
}

/** An object from its brace to the brace that closes it; commas and brackets between objects belong to none. */
function nextObject(bytes: Buffer, from: number, isLast: boolean): Found | null {
  const start = bytes.indexOf(OPEN, from);
  if (start === -1) {
    // Nothing but what stands between objects; it is let go before it grows.
    const enough = isLast ? bytes.length > from : bytes.length - from > LONGEST_RECORD;
    return enough ? { start: bytes.length, stop: bytes.length, end: bytes.length, fault: null } : null;
  }
  const limit = Math.min(bytes.length, start + LONGEST_RECORD);
  let depth = 0;
  let inText = false;
  for (let at = start; at < limit; at += 1) {
    const byte = bytes[at];
    if (inText) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) inText = false;
    } else if (byte === QUOTE) inText = true;
    else if (byte === OPEN) depth += 1;
    else if (byte === CLOSE) {
      depth -= 1;
      if (depth === 0) return { start, stop: at + 1, end: at + 1, fault: null };
    }
  }
  return isLast || limit < bytes.length ? firstLine(bytes, start, openBrace) : null;
}

const openQuote = "A quote is opened and never closed";
const openBrace = "An object is opened and never closed";
const tooLong = "The line is too long";

const trimmed = (bytes: Buffer, from: number, to: number) => {
  let stop = to;
  while (stop > from && (bytes[stop - 1] === CR || bytes[stop - 1] === LF)) stop -= 1;
  return stop;
};

function newlines(bytes: Buffer, from: number, to: number): number {
  let found = 0;
  for (let at = bytes.indexOf(LF, from); at !== -1 && at < to; at = bytes.indexOf(LF, at + 1)) found += 1;
  return found;
}

/** The fields of one row, or null where a quote stands in the wrong place. A tab file has no quotes. */
export function fieldsOf(text: string, format: "comma" | "tab"): string[] | null {
  if (format === "tab") return text.split("\t");
  if (!text.includes('"')) return text.split(",");
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    if (text[at] === '"') {
      let value = "";
      let from = at + 1;
      for (;;) {
        const quote = text.indexOf('"', from);
        if (quote === -1) return null;
        value += text.slice(from, quote);
        from = quote + 1;
        if (text[from] !== '"') break;
        value += '"';
        from += 1;
      }
      fields.push(value);
      at = from;
      if (at < text.length && text[at] !== ",") return null;
    } else {
      const comma = text.indexOf(",", at);
      const value = text.slice(at, comma === -1 ? text.length : comma);
      if (value.includes('"')) return null;
      fields.push(value);
      at = comma === -1 ? text.length : comma;
    }
    if (at >= text.length) return fields;
    at += 1;
    if (at === text.length) {
      fields.push("");
      return fields;
    }
  }
}

/** How a file is written, by its beginning. */
export function formatOf(beginning: string): Format {
  const text = beginning.replace(/^\uFEFF/, "").trimStart();
  if (text.startsWith("{") || text.startsWith("[")) return "json";
  const [header = ""] = text.split("\n");
  return header.split("\t").length > header.split(",").length ? "tab" : "comma";
}

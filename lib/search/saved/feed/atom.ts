/** Something that happened to the answers of a search. `path` is a page of ours that everybody may read. */
export type Entry = { id: string; at: Date; title: string; summary: string; path: string };

export type Feed = { id: string; title: string; subtitle: string; updated: Date; selfPath: string; entries: Entry[] };

/** A feed as Atom (RFC 4287). Any text may stand in it: what XML cannot hold is left out, and the rest is escaped. */
export const atom = ({ id, title, subtitle, updated, selfPath, entries }: Feed, origin: string): string =>
  [
    `<?xml version="1.0" encoding="utf-8"?>`,
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">`,
    element("id", `urn:uuid:${id}`),
    element("title", title),
    element("subtitle", subtitle),
    element("updated", updated.toISOString()),
    `<author><name>Throughcare</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${escaped(origin + selfPath)}"/>`,
    ...entries.map((entry) =>
      [
        `<entry>`,
        element("id", `urn:uuid:${entry.id}`),
        element("title", entry.title),
        element("updated", entry.at.toISOString()),
        element("published", entry.at.toISOString()),
        `<link rel="alternate" type="text/html" href="${escaped(origin + entry.path)}"/>`,
        element("summary", entry.summary),
        `</entry>`,
      ].join("\n"),
    ),
    `</feed>`,
    "",
  ].join("\n");

const element = (name: string, text: string) => `<${name}>${escaped(text)}</${name}>`;

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/** Text for an element or an attribute. Halves of pairs, controls and non-characters may not stand in XML 1.0 at all. */
const escaped = (text: string) =>
  text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>"']/g, (sign) => signs[sign] ?? "")
    .replaceAll("\r", "&#13;");

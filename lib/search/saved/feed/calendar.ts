/** Something on one day. `day` is a London day, "YYYY-MM-DD"; `stamp` is when it became known. */
export type DayEvent = { id: string; day: string; stamp: Date; title: string; description: string; path: string };

/** `product` names what wrote it; a saved search unless said otherwise. */
export type Calendar = { title: string; events: DayEvent[]; product?: string };

/**
 * A calendar of whole days as iCalendar (RFC 5545): lines end with CRLF and are folded at 75 octets, never inside a
 * character. Any text may stand in it. A calendar needs at least one event.
 */
export const calendar = ({ title, events, product = "Saved search" }: Calendar, origin: string): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//Throughcare//${product}//EN`,
    "CALSCALE:GREGORIAN",
    `NAME:${escaped(title)}`,
    `X-WR-CALNAME:${escaped(title)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:P1D",
    "X-PUBLISHED-TTL:P1D",
    ...events.flatMap(({ id, day, stamp, title: summary, description, path }) => [
      "BEGIN:VEVENT",
      `UID:${id}`,
      `DTSTAMP:${basic(stamp)}`,
      `DTSTART;VALUE=DATE:${day.replaceAll("-", "")}`,
      `SUMMARY:${escaped(summary)}`,
      `DESCRIPTION:${escaped(description)}`,
      `URL:${origin}${path}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join("");

/** "20261122T090000Z". */
const basic = (instant: Date) => instant.toISOString().replace(/[-:]|\.\d+/g, "");

/** TEXT of RFC 5545: line ends are written, other controls are left out. */
const escaped = (text: string) =>
  text
    .toWellFormed()
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n?|\n/g, "\\n")
    .replace(/\p{Cc}/gu, "");

const MOST_OCTETS = 75;

/** The line over as many lines as it needs: each after the first begins with a space, which counts. */
function folded(line: string): string {
  const lines: string[] = [];
  let now = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > MOST_OCTETS) {
      lines.push(now);
      now = " ";
      octets = 1;
    }
    now += character;
    octets += size;
  }
  return [...lines, now].join("\r\n");
}

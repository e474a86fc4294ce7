/** One entry of an archive, as its central directory tells of it. Sizes in bytes. */
export type ArchiveEntry = {
  name: string;
  packed: number;
  unpacked: number;
  encrypted: boolean;
  /** Where its bytes begin. */
  at: number;
};

/** The most that a document may hold. A long report with many pictures stays far below each. */
export const limits = {
  entries: 2_000,
  unpacked: 100 * 1024 * 1024,
  /** How often larger an entry may be than it is packed. Below a size it is not asked: plain XML packs very well. */
  ratio: 120,
  ratioFrom: 4 * 1024 * 1024,
  /** A document within the document, such as the sheet behind a chart. */
  nested: 5 * 1024 * 1024,
  depth: 1,
} as const;

export type ArchiveFault = "locked" | "macros" | "archive" | "damaged";
export type ArchiveJudgement =
  | { ok: true; kind: "docx" | "xlsx"; nested: string[]; unpacked: number; entries: number }
  | { ok: false; fault: ArchiveFault };

const fault = (kind: ArchiveFault): ArchiveJudgement => ({ ok: false, fault: kind });

/**
 * Judges a document that is an archive by its central directory: that it is a Word or an Excel file and nothing more, and
 * that opening it could not fill a disk, write elsewhere or run anything. Gives the documents inside it, to be judged too.
 */
export function judgeArchive(entries: readonly ArchiveEntry[]): ArchiveJudgement {
  if (entries.length > limits.entries) return fault("archive");
  if (entries.some(({ encrypted }) => encrypted)) return fault("locked");
  if (entries.some(({ name }) => !isTame(name))) return fault("archive");
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  if (names.size !== entries.length) return fault("archive");
  const unpacked = entries.reduce((total, entry) => total + entry.unpacked, 0);
  if (!(unpacked <= limits.unpacked) || entries.some(isBomb) || overlap(entries)) return fault("archive");
  if (entries.some(({ name }) => runs(name))) return fault("macros");
  const kind = names.has("word/document.xml") ? "docx" : names.has("xl/workbook.xml") ? "xlsx" : null;
  if (!kind || !names.has("[content_types].xml")) return fault("damaged");
  const nested = entries.filter(({ name }) => isArchive(name));
  if (nested.some(({ name, unpacked: size }) => !isEmbedded(name) || size > limits.nested)) return fault("archive");
  return { ok: true, kind, nested: nested.map(({ name }) => name), unpacked, entries: entries.length };
}

/** A name that stays inside its archive on every system. */
export const isTame = (name: string): boolean =>
  name.length > 0 &&
  name.length <= 255 &&
  !/[\\:\p{C}]/u.test(name) &&
  !name.startsWith("/") &&
  !name.split("/").some((part) => part === ".." || part === ".");

const isBomb = ({ packed, unpacked }: ArchiveEntry) =>
  unpacked > limits.ratioFrom && unpacked > Math.max(1, packed) * limits.ratio;

/** Entries that share the same bytes: a small file that unpacks to a huge one (the bomb without nesting). */
function overlap(entries: readonly ArchiveEntry[]): boolean {
  const sorted = entries.toSorted((one, other) => one.at - other.at);
  return sorted.some(({ at, packed }, index) => {
    const next = sorted[index + 1];
    return next !== undefined && at + packed > next.at;
  });
}

const runs = (name: string) =>
  /(^|\/)(vbaProject|vbaData)[^/]*\.(bin|xml)$|\.(exe|dll|js|vbs|bat|cmd|ps1|scr|com|hta|jar|lnk|msi)$/i.test(name);
const isArchive = (name: string) =>
  /\.(zip|docx|xlsx|pptx|docm|xlsm|pptm|odt|ods|odp|7z|rar|gz|tgz|bz2|xz|tar|cab|iso)$/i.test(name);
const isEmbedded = (name: string) => /^(word|xl)\/embeddings\/[^/]+\.(docx|xlsx)$/i.test(name);

/** The most that a file may weigh: 10 MB. */
export const MOST_BYTES = 10 * 1024 * 1024;
/** How many files an organisation may keep: far above what is asked, far below what would harm others. */
export const MOST_FILES = 500;
/** How many files one answer may rest on. */
export const MOST_UNDER_AN_ANSWER = 10;

const types = {
  pdf: { label: "PDF", mediaType: "application/pdf", endings: ["pdf"], alias: ["application/x-pdf"] },
  docx: {
    label: "Word",
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    endings: ["docx"],
    alias: [],
  },
  xlsx: {
    label: "Excel",
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    endings: ["xlsx"],
    alias: [],
  },
  png: { label: "PNG picture", mediaType: "image/png", endings: ["png"], alias: ["image/x-png"] },
  jpeg: {
    label: "JPEG picture",
    mediaType: "image/jpeg",
    endings: ["jpg", "jpeg"],
    alias: ["image/jpg", "image/pjpeg"],
  },
} as const satisfies Record<string, { label: string; mediaType: string; endings: string[]; alias: string[] }>;

export type FileKind = keyof typeof types;
const kinds = ["pdf", "docx", "xlsx", "png", "jpeg"] as const satisfies FileKind[];

/** What the page lets somebody choose. */
export const acceptedEndings = kinds.flatMap((kind) => types[kind].endings.map((ending) => `.${ending}`)).join(",");
export const mediaTypeOf = (kind: FileKind): string => types[kind].mediaType;
/** What a stored media type is called. */
export const typeLabel = (mediaType: string): string =>
  types[kinds.find((kind) => types[kind].mediaType === mediaType) ?? "pdf"].label;

/** The kind that a name's ending stands for; null when it is none of ours. */
export function kindByName(fileName: string): FileKind | null {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(fileName.trim())?.[1]?.toLowerCase();
  return kinds.find((kind) => types[kind].endings.some((one) => one === ending)) ?? null;
}

/** The kind that a declared media type stands for; "unsaid" for what a browser sends when it does not know. */
export function kindByType(declared: string): FileKind | "unsaid" | null {
  const [type = ""] = declared.toLowerCase().split(";");
  if (["", "application/octet-stream", "binary/octet-stream"].includes(type.trim())) return "unsaid";
  return kinds.find((kind) => [types[kind].mediaType, ...types[kind].alias].some((one) => one === type.trim())) ?? null;
}

/** Whether the name, the declared type and the first bytes of a file say the same. */
export const agrees = (found: FileKind, { fileName, declared }: { fileName: string; declared: string }): boolean =>
  kindByName(fileName) === found && [found, "unsaid"].includes(kindByType(declared) ?? "");

const LONGEST_NAME = 120;

/**
 * A file's name as it may be shown and given back: no folders, nothing that hides or turns the writing round, nothing that
 * a system reads as a command; of a bounded length, with the ending of its kind.
 */
export function displayName(given: string, kind: FileKind): string {
  const [last = ""] = given.split(/[\\/]/).slice(-1);
  const [ending] = types[kind].endings;
  const clean = last
    .toWellFormed()
    .normalize("NFC")
    .replace(/[\p{C}\p{Zl}\p{Zp}\uFFFD]/gu, "")
    .replace(/[<>:"|?*;%]/g, " ")
    .replace(/\p{M}{3,}/gu, "")
    .replace(/\s+/g, " ")
    .trim();
  const stem = clean.replace(/\.[a-z0-9]{1,8}$/i, "").replace(/^[.\s]+|[.\s]+$/g, "");
  const short = Array.from(stem)
    .slice(0, LONGEST_NAME - 6)
    .join("")
    .trim();
  return `${short || "file"}.${ending}`;
}

/** The Content-Disposition of a download (RFC 6266): always an attachment, with a plain name beside the true one. */
export function attachment(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9 ._()-]/g, "")
    .replace(/\s+/g, " ")
    .trim();
  const full = encodeURIComponent(name.toWellFormed()).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${/^\.|^$/.test(plain) ? `file${plain}` : plain}"; filename*=UTF-8''${full}`;
}

/** How large a file is, for people: "240 KB", "1.4 MB". */
export const sizeText = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

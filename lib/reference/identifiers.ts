/** A register of organisations, by its code in the org-id list. */
export type IdentifierScheme = {
  code: string;
  name: string;
  example: string;
  /** Said when what was typed cannot be a number of this register. */
  message: string;
  /** False for a number that is never shown to the public. */
  open: boolean;
};

/** The number as its register writes it, or a sentence for the person who typed it. */
export type IdentifierCheck = { ok: true; value: string } | { ok: false; message: string };

/** Where a register publishes no format, the shape is wide on purpose: it catches slips and turns nobody away. */
type Rule = IdentifierScheme & { shape: RegExp; tidy?: (typed: string) => string };

const rules = [
  {
    code: "GB-CHC",
    name: "Charity number (England and Wales)",
    example: "1234567",
    message: "A charity number has 6 or 7 digits, like 1234567",
    open: true,
    shape: /^[1-9]\d{5,6}(-[1-9]\d{0,2})?$/,
  },
  {
    code: "GB-SC",
    name: "Charity number (Scotland)",
    example: "SC012345",
    message: "A Scottish charity number is SC and 6 digits, like SC012345",
    open: true,
    shape: /^SC0\d{5}$/,
    tidy: (typed) => prefixed("SC", typed.replace(/^SCO/, "SC0")),
  },
  {
    code: "GB-NIC",
    name: "Charity number (Northern Ireland)",
    example: "NIC101234",
    message: "A Northern Ireland charity number is NIC and 6 digits, like NIC101234",
    open: true,
    shape: /^NIC1\d{5}$/,
    tidy: (typed) => prefixed("NIC", typed),
  },
  {
    code: "GB-COH",
    name: "Company number",
    example: "01234567",
    message: "A company number has 8 characters, like 01234567 or CE012345",
    open: true,
    shape: /^(\d{8}|[A-Z]{2}\d{6}|(IP|SP|NP)\d{5}R)$/,
    tidy: (typed) => (/^\d{1,7}$/.test(typed) ? typed.padStart(8, "0") : typed),
  },
  {
    // The shape that the Central Digital Platform gives out: P and three letters, four digits, four letters.
    code: "GB-PPON",
    name: "Public procurement organisation number",
    example: "PBCD-1234-FGHJ",
    message: "A public procurement number looks like PBCD-1234-FGHJ",
    open: true,
    shape: /^P[A-Z]{3}-\d{4}-[A-Z]{4}$/,
    tidy: (typed) => typed.replace(/^(.{4})-?(.{4})-?(.{4})$/, "$1-$2-$3"),
  },
  {
    code: "GB-MPR",
    name: "Mutuals register number",
    example: "IP12345R",
    message: "A mutuals register number has up to 6 digits, sometimes with letters around them, like IP12345R",
    open: true,
    shape: /^[A-Z]{0,2}\d{1,6}[A-Z]{0,2}$/,
  },
  {
    code: "GB-UKPRN",
    name: "UK provider reference number",
    example: "10001234",
    message: "A UK provider reference number has 8 digits and starts with 1, like 10001234",
    open: true,
    shape: /^1\d{7}$/,
  },
  {
    code: "GB-EDU",
    name: "School or college number (URN)",
    example: "123456",
    message: "A school or college number has 6 digits, like 123456",
    open: true,
    shape: /^[1-9]\d{5}$/,
  },
  {
    code: "GB-SHPE",
    name: "Social housing registration number",
    example: "LH1234",
    message: "A social housing number has up to 4 digits, sometimes with letters before them, like LH1234",
    open: true,
    shape: /^[A-Z]{0,2}\d{4}$/,
  },
  {
    code: "GB-NHS",
    name: "NHS organisation code",
    example: "RX1",
    message: "An NHS organisation code has 3 to 6 letters and digits, like RX1",
    open: true,
    shape: /^[A-Z0-9]{3,6}$/,
  },
  {
    code: "GB-LAE",
    name: "Local authority code (England)",
    example: "ADU",
    message: "A local authority code has 3 letters, like ADU",
    open: true,
    shape: /^[A-Z]{3}$/,
  },
  {
    code: "GB-PLA",
    name: "Local authority code (Wales)",
    example: "AGY",
    message: "A local authority code has 3 letters, like AGY",
    open: true,
    shape: /^[A-Z]{3}$/,
  },
  {
    code: "GB-CASC",
    name: "Community amateur sports club number",
    example: "CH12345",
    message: "A sports club number has letters and up to 6 digits, like CH12345",
    open: true,
    shape: /^[A-Z]{0,3}\d{1,6}$/,
  },
  {
    code: "GB-REV",
    name: "HMRC charity reference",
    example: "AB12345",
    message: "An HMRC charity reference is 1 or 2 letters and up to 6 digits, like AB12345",
    open: false,
    shape: /^[A-Z]{1,2}\d{1,6}$/,
  },
] as const satisfies readonly Rule[];

export type SchemeCode = (typeof rules)[number]["code"];

/** Every scheme that can be typed, the commonest first. */
export const identifierSchemes: readonly IdentifierScheme[] = rules.map(({ code, name, example, message, open }) => ({
  code,
  name,
  example,
  message,
  open,
}));

/** Whether text is the code of a scheme. */
export const isScheme = (text: string): text is SchemeCode => rules.some(({ code }) => code === text);

/** Checks a number as typed and writes it as its register does. The shape is checked, not whether the number exists. */
export function checkIdentifier(scheme: string, typed: string): IdentifierCheck {
  const rule: Rule | undefined = rules.find(({ code }) => code === scheme);
  if (!rule) return { ok: false, message: "Choose the register that the number comes from" };
  const plain = typed
    .toUpperCase()
    .replace(/[\s.]|^NO\b/g, "")
    .replace(/[‐-―]/g, "-")
    .replace(`${scheme}-`, "");
  const value = rule.tidy ? rule.tidy(plain) : plain;
  return rule.shape.test(value) ? { ok: true, value } : { ok: false, message: rule.message };
}

/** The one text that names an organisation anywhere: "GB-CHC-1234567". */
export const organisationCode = (scheme: string, value: string) => `${scheme}-${value}`;

/** What the register that a number comes from is called: "Charity number (England and Wales)". An unknown code stays as it is. */
export const schemeName = (scheme: string) => rules.find(({ code }) => code === scheme)?.name ?? scheme;

/** An organisation's numbers for people to read, each after its register's name. Empty where there are none. */
export const numbersSaid = (numbers: readonly { scheme: string; value: string }[]) =>
  numbers.map(({ scheme, value }) => `${schemeName(scheme)} ${value}`).join(", ");

/** Whether a number of this scheme may be shown to the public. */
export const isOpenScheme = (scheme: string) => rules.some(({ code, open }) => code === scheme && open);

const prefixed = (letters: string, typed: string) => (/^\d+$/.test(typed) ? letters + typed : typed);

import { checkIdentifier } from "@/lib/reference/identifiers";

/** What a public register says of one organisation, as it is stored: days as text, money in pence as text. */
export type ListedRow = {
  scheme: string;
  value: string;
  name: string;
  status: string;
  isActive: boolean;
  registeredOn: string | null;
  removedOn: string | null;
  address: string;
  postcode: string;
  website: string;
  email: string;
  activities: string;
  incomePence: string | null;
  incomeYear: number | null;
};

/** Gives the text under a column of the file, trimmed; empty where the file has no such column. */
export type Reader = (column: string) => string;

/** A row, or what is wrong with it for the person who loads it. */
export type Read = { row: ListedRow } | { fault: string };

/** A public register whose extract we know: the columns that tell it from others, and how a row is read. */
export type Source = { name: string; columns: readonly string[]; read: (of: Reader) => Read };

const numbered = (start: string, most: number) => Array.from({ length: most }, (_, at) => `${start}${at + 1}`);
const charityAddress = numbered("charity_contact_address", 5);

/** The extract of the Charity Commission for England and Wales: table `charity`, as text, CSV or JSON. */
const charities: Source = {
  name: "the register of charities",
  columns: ["registered_charity_number", "charity_name", "charity_registration_status"],
  read: (of) => {
    const linked = of("linked_charity_number");
    const number = of("registered_charity_number");
    return listed("GB-CHC", linked === "" || linked === "0" ? number : `${number}-${linked}`, {
      name: of("charity_name"),
      status: of("charity_registration_status"),
      registeredOn: of("date_of_registration"),
      removedOn: of("date_of_removal"),
      address: charityAddress.map(of),
      postcode: of("charity_contact_postcode"),
      website: of("charity_contact_web"),
      email: of("charity_contact_email"),
      activities: of("charity_activities"),
      income: of("latest_income"),
      incomeTo: of("latest_acc_fin_period_end_date"),
    });
  },
};

const companyAddress = [
  ...["RegAddress.CareOf", "RegAddress.POBox", "RegAddress.AddressLine1", "RegAddress.AddressLine2"],
  ...["RegAddress.PostTown", "RegAddress.County", "RegAddress.Country"],
].map((column) => column.toLowerCase());

/** The free company data of Companies House: "BasicCompanyData", as CSV. */
const companies: Source = {
  name: "the register of companies",
  columns: ["companynumber", "companyname", "companystatus"],
  read: (of) =>
    listed("GB-COH", of("companynumber"), {
      name: of("companyname"),
      status: of("companystatus"),
      registeredOn: of("incorporationdate"),
      removedOn: of("dissolutiondate"),
      address: companyAddress.map(of),
      postcode: of("regaddress.postcode"),
      website: "",
      email: "",
      activities: of("siccode.sictext_1").replace(/^None Supplied$/i, ""),
      income: "",
      incomeTo: "",
    }),
};

/** Every register whose extract can be loaded. */
export const sources: readonly Source[] = [charities, companies];

/** Column names as they are compared: some extracts write spaces before them, or other capitals. */
export const columnName = (written: string) => written.trim().toLowerCase();

/** Whose extract a file is, by its columns; null when it is nobody's that we know. */
export const sourceOf = (columns: readonly string[]): Source | null =>
  sources.find((source) => source.columns.every((column) => columns.includes(column))) ?? null;

type Said = {
  name: string;
  status: string;
  registeredOn: string;
  removedOn: string;
  address: readonly string[];
  postcode: string;
  website: string;
  email: string;
  activities: string;
  income: string;
  incomeTo: string;
};

const GONE = /dissolved|removed|closed|ceased/i;

function listed(scheme: string, typed: string, said: Said): Read {
  if (typed === "") return { fault: "There is no number" };
  const check = checkIdentifier(scheme, typed);
  if (!check.ok) return { fault: check.message };
  const name = clean(said.name, 300);
  if (name === "") return { fault: "There is no name" };
  const registeredOn = dayOf(said.registeredOn);
  const removedOn = dayOf(said.removedOn);
  const incomeTo = dayOf(said.incomeTo);
  if (registeredOn === undefined)
    return { fault: `The date of registration is not a date: ${brief(said.registeredOn)}` };
  if (removedOn === undefined) return { fault: `The date of removal is not a date: ${brief(said.removedOn)}` };
  if (incomeTo === undefined) return { fault: `The end of the financial year is not a date: ${brief(said.incomeTo)}` };
  const incomePence = penceOf(said.income);
  if (incomePence === undefined) return { fault: `The income is not an amount: ${brief(said.income)}` };
  const status = clean(said.status, 80);
  return {
    row: {
      scheme,
      value: check.value,
      name,
      status,
      isActive: removedOn === null && !GONE.test(status),
      registeredOn,
      removedOn,
      address: [...new Set(said.address.map((line) => clean(line, 200)).filter((line) => line !== ""))].join("\n"),
      postcode: clean(said.postcode, 12).toUpperCase(),
      website: clean(said.website, 300),
      email: clean(said.email, 254),
      activities: clean(said.activities, 2_000),
      incomePence,
      incomeYear: incomePence === null || incomeTo === null ? null : Number(incomeTo.slice(0, 4)),
    },
  };
}

/** A day as registers write it: 2019-04-30, with or without a time, or 30/04/2019. Null for none, undefined for what is no day. */
function dayOf(text: string): string | null | undefined {
  if (text === "") return null;
  const iso = /^(\d{4})-(\d\d)-(\d\d)(?:[T ][\d:.]+Z?)?$/.exec(text);
  const british = iso ? null : /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text);
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : british ? [british[3], british[2], british[1]] : [];
  if (!year || !month || !day) return undefined;
  const most = month === "02" ? (isLeap(Number(year)) ? 29 : 28) : ["04", "06", "09", "11"].includes(month) ? 30 : 31;
  const real = month >= "01" && month <= "12" && day >= "01" && Number(day) <= most && year >= "1000";
  return real ? `${year}-${month}-${day}` : undefined;
}

const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Pounds as a register writes them, in pence. Null for none, undefined for what is no amount. */
function penceOf(text: string): string | null | undefined {
  if (text === "") return null;
  const found = /^(\d{1,13})(?:\.(\d{1,4}))?$/.exec(text);
  if (!found) return undefined;
  const [, pounds = "0", part = ""] = found;
  return String(BigInt(pounds + part.padEnd(2, "0").slice(0, 2)));
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const unfit = /[\u0000-\u001f\u007f]|\p{Cs}/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const everyUnfit = /[\u0000-\u001f\u007f]+|\p{Cs}/gu;

/** One line that a database and a page can hold. */
function clean(text: string, most: number): string {
  const plain = unfit.test(text) ? text.replace(everyUnfit, " ").trim() : text;
  return plain.length <= most ? plain : Array.from(plain).slice(0, most).join("").trim();
}

const brief = (text: string) => clean(text, 40);

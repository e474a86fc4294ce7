import type { ProviderSize } from "@/lib/core/prisma/enums";
import { checkIdentifier, isScheme, type SchemeCode } from "@/lib/reference/identifiers";

/** Most staff and most income, in pence, of each size. Medium is the limit of the Procurement Act 2023, s123; the smaller two are the usual ones. */
const limits = [
  { size: "micro", under: 10, income: 200_000_000n },
  { size: "small", under: 50, income: 1_000_000_000n },
  { size: "medium", under: 250, income: 4_400_000_000n },
] as const satisfies { size: ProviderSize; under: number; income: bigint }[];

/** The size of an organisation: the smallest whose limits of staff and of income it keeps. */
export const sizeOf = ({ staffFte, incomePence }: { staffFte: number; incomePence: bigint }): ProviderSize =>
  limits.find(({ under, income }) => staffFte < under && incomePence <= income)?.size ?? "large";

/** What the legal form says about being a VCSE, as a first answer that a person may change; null where the form says nothing. */
export const vcseAtFirst = (vcse: "yes" | "no" | "ask" | undefined): boolean | null =>
  vcse === "yes" ? true : vcse === "no" ? false : null;

const CHARITY: readonly SchemeCode[] = ["GB-CHC", "GB-SC", "GB-NIC"];

/** The numbers that a form of organisation is asked for. A charity gives one from the register of its own country. */
export function schemesFor(schemes: readonly string[]): SchemeCode[] {
  const own = schemes.filter(isScheme);
  return [...new Set<SchemeCode>([...(own.includes("GB-CHC") ? CHARITY : []), ...own])];
}

type Numbers = Readonly<Record<string, string>>;
export type CheckedNumber = { scheme: SchemeCode; value: string };
export type NumberFault = { scheme: SchemeCode; message: string };

/** Reads the numbers that were typed for a form of organisation. At least one is needed where its kind has any. */
export function readNumbers(
  schemes: readonly string[],
  typed: Numbers,
): { numbers: CheckedNumber[]; faults: NumberFault[] } {
  const asked = schemesFor(schemes);
  const numbers: CheckedNumber[] = [];
  const faults: NumberFault[] = [];
  for (const scheme of asked) {
    const text = typed[scheme]?.trim() ?? "";
    if (text === "") continue;
    const check = checkIdentifier(scheme, text);
    if (check.ok) numbers.push({ scheme, value: check.value });
    else faults.push({ scheme, message: check.message });
  }
  const [first] = asked;
  if (first && numbers.length + faults.length === 0)
    faults.push({ scheme: first, message: "Enter at least one number" });
  return { numbers, faults };
}

/** What every profile must say before an application is sent. */
export const isProfileDone = (provider: { about: string; areaOfBenefit: string } | null): boolean =>
  provider !== null && provider.about !== "" && provider.areaOfBenefit !== "";

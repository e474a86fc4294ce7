import { percent } from "@/lib/core/values/format";
import { isWhole, WHOLE } from "@/lib/core/values/share";

type Share = { share: number };
export type PlanFault = { field: string; message: string };

/** What is wrong with the shares of a plan, in basis points: they are the whole, to the last hundredth of a percent. */
export function shareFault(ownShare: number, partners: readonly Share[]): PlanFault | null {
  const shares = [ownShare, ...partners.map(({ share }) => share)];
  if (isWhole(shares)) return null;
  const sum = shares.reduce((total, share) => total + share, 0);
  return {
    field: "ownShare",
    message: `The shares add up to ${percent(sum)}. They must add up to ${percent(WHOLE)}`,
  };
}

type Found = { id: string; name: string; isConsortium: boolean };

/** What is wrong with one partner as it was typed: nobody, more than one, oneself, a consortium, or somebody named before. */
export function partnerFault(
  found: readonly Found[],
  typed: string,
  taken: ReadonlySet<string>,
  ownId: string,
): string | null {
  const [one, other] = found;
  if (!one) return `No member of the register is called “${typed}”. Use the name or reference on its page`;
  if (other) return `More than one member is called “${typed}”. Use its reference, such as TO-2026-000123`;
  if (one.id === ownId) return "That is your own organisation. Give your own share above";
  if (one.isConsortium) return "That is a consortium. Name its partners instead";
  if (taken.has(one.id)) return `${one.name} is here twice. Give it one share`;
  return null;
}

type Standing = { partId: string; band: number };

/** The parts in which every partner is a member now, each up to the lowest value band among them. */
export function commonParts(partners: readonly (readonly Standing[])[]): Standing[] {
  const [first = [], ...others] = partners;
  return first.flatMap(({ partId, band }) => {
    const bands = others.map((own) => own.find((one) => one.partId === partId)?.band);
    const known = bands.filter((one) => one !== undefined);
    return known.length === others.length ? [{ partId, band: Math.min(band, ...known) }] : [];
  });
}

const sizes = ["micro", "small", "medium", "large"] as const;
type Size = (typeof sizes)[number];

type Described = {
  size: Size;
  vcse: boolean;
  ledByLivedExperience: boolean;
  incomePence: bigint;
  incomeYear: number;
  staffFte: number;
};

/**
 * What is said of a consortium as a whole: as large as its largest partner, a voluntary body only when all are, its income
 * and staff those of all together.
 */
export function describedTogether(partners: readonly Described[]): Described {
  return {
    size: sizes.findLast((size) => partners.some((one) => one.size === size)) ?? "micro",
    vcse: partners.every(({ vcse }) => vcse),
    ledByLivedExperience: partners.every(({ ledByLivedExperience }) => ledByLivedExperience),
    incomePence: partners.reduce((sum, { incomePence }) => sum + incomePence, 0n),
    incomeYear: Math.max(...partners.map(({ incomeYear }) => incomeYear)),
    staffFte: partners.reduce((sum, { staffFte }) => sum + staffFte, 0),
  };
}

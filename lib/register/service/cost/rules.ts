import type { RateUnit } from "@/lib/core/prisma/enums";
import { multiply, sum } from "@/lib/core/values/money";
import { ofBp, WHOLE } from "@/lib/core/values/share";

/** A post: how much of a full-time post it is, in hundredths, and what a full-time post is paid for a year, in pence. */
export type Post = { role: string; fte: number; salaryPence: bigint };

/** What a provider types to work out what a service costs for a year. Shares are basis points, money is pence. */
export type CostInputs = {
  unit: RateUnit;
  posts: readonly Post[];
  niBp: number;
  pensionBp: number;
  others: readonly { what: string; pence: bigint }[];
  overheads: { kind: "percent"; bp: number } | { kind: "amount"; pence: bigint };
  /** Paid hours of a full-time post for a year. */
  hours: number;
  /** How much of the paid hours is spent with people, in basis points. */
  utilisationBp: number;
  /** Units for a year. Null for a unit of an hour: then the hours with people are the units. */
  units: number | null;
};

/** What we begin with. These are our own figures, not the law's: a provider puts its own in their place. */
export const ourDefaults = { niBp: 1200, pensionBp: 500, overheadBp: 1500, hours: 1950, utilisationBp: 6000 } as const;

/** One step of the arithmetic: what is worked out, from what, and what it comes to in pence. */
export type CostStep = { label: string; of: CostOf; pence: bigint; total?: true };
/** What a step was worked out from, for words. */
export type CostOf =
  | { kind: "post"; fte: number; salaryPence: bigint }
  | { kind: "share"; bp: number; pence: bigint }
  | { kind: "sum" }
  | { kind: "typed" };

export type FullCost = {
  steps: CostStep[];
  fullPence: bigint;
  /** Hours with people for a year, part of an hour dropped. */
  hours: bigint;
  units: bigint;
  /** The full cost divided by the units, a part of a penny up: so that the price times the units always covers it. */
  unitPence: bigint;
};

/**
 * The whole cost of a service for a year, step by step, and the price of one unit that covers it. Every step is whole
 * pence; half a penny goes up. Null when nothing is delivered, so that no price could cover it.
 */
export function fullCost(inputs: CostInputs): FullCost | null {
  const { posts, niBp, pensionBp, others, overheads } = inputs;
  const paid = posts.map(
    ({ role, fte, salaryPence }): CostStep => ({
      label: role,
      of: { kind: "post", fte, salaryPence },
      pence: ofHundredths(salaryPence, fte),
    }),
  );
  const salaries = sum(paid.map(({ pence }) => pence));
  const shared = (label: string, bp: number, pence: bigint): CostStep => ({
    label,
    of: { kind: "share", bp, pence },
    pence: ofBp(pence, bp),
  });
  const onCosts = [
    shared("Employer's National Insurance", niBp, salaries),
    shared("Employer's pension", pensionBp, salaries),
  ];
  const direct = others.map(({ what, pence }): CostStep => ({ label: what, of: { kind: "typed" }, pence }));
  const before = salaries + sum([...onCosts, ...direct].map(({ pence }) => pence));
  const overhead =
    overheads.kind === "percent"
      ? shared("Overheads", overheads.bp, before)
      : ({ label: "Overheads", of: { kind: "typed" }, pence: overheads.pence } satisfies CostStep);
  const fullPence = before + overhead.pence;
  const hours = hoursOf(inputs);
  const units = inputs.units === null ? hours : BigInt(inputs.units);
  if (units <= 0n) return null;
  const totalled = (label: string, pence: bigint): CostStep => ({ label, of: { kind: "sum" }, pence, total: true });
  return {
    steps: [
      ...paid,
      totalled("Salaries", salaries),
      ...onCosts,
      ...direct,
      totalled("Cost before overheads", before),
      overhead,
      totalled("Full cost for a year", fullPence),
    ],
    fullPence,
    hours,
    units,
    unitPence: (fullPence + units - 1n) / units,
  };
}

/** Hours with people for a year: posts times paid hours times the share of them, part of an hour dropped. */
const hoursOf = ({ posts, hours, utilisationBp }: CostInputs): bigint => {
  const hundredths = posts.reduce((all, { fte }) => all + BigInt(fte), 0n);
  return (hundredths * BigInt(hours) * BigInt(utilisationBp)) / (100n * BigInt(WHOLE));
};

/** So many hundredths of an amount, half a penny up. */
const ofHundredths = (pence: bigint, hundredths: number): bigint => (multiply(pence, hundredths) + 50n) / 100n;

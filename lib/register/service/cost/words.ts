import { pounds } from "@/lib/core/values/format";
import { toPercent } from "@/lib/core/values/share";
import { unitWords } from "../words";
import type { CostInputs, CostOf, FullCost } from "./rules";

/** A number of posts: 150 hundredths is "1.50". */
export const fteWords = (hundredths: number): string =>
  `${Math.trunc(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}`;

/** What a step of the arithmetic was worked out from. */
export function ofWords(of: CostOf): string {
  switch (of.kind) {
    case "post":
      return `${fteWords(of.fte)} × ${pounds(of.salaryPence)}`;
    case "share":
      return `${toPercent(of.bp)}% of ${pounds(of.pence)}`;
    case "sum":
      return "Added up";
    case "typed":
      return "As you said";
  }
}

/** The hours that are spent with people, worked out. */
export const hoursWords = (inputs: CostInputs, { hours }: FullCost): string => {
  const fte = inputs.posts.reduce((all, post) => all + post.fte, 0);
  return `${fteWords(fte)} posts × ${inputs.hours} paid hours × ${toPercent(inputs.utilisationBp)}% is ${hours} hours with people for a year.`;
};

/** The division that ends it. */
export const divisionWords = ({ unit }: CostInputs, { fullPence, units, unitPence }: FullCost): string =>
  `${pounds(fullPence)} ÷ ${units} ${units === 1n ? unitWords[unit].one : unitWords[unit].several} is ${pounds(unitPence)} ${unitWords[unit].per}, a part of a penny rounded up.`;

/** What the price brings in, and that it covers the cost. */
export const proofWords = ({ fullPence, units, unitPence }: FullCost): string =>
  `${pounds(unitPence)} × ${units} is ${pounds(unitPence * units)}: ${
    unitPence * units === fullPence
      ? "the full cost to the penny"
      : `the full cost and ${pounds(unitPence * units - fullPence)} from rounding`
  }.`;

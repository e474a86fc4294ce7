import type { Clause } from "./purchase";
import type { Said } from "./said";
import {
  clause,
  conditionsMet,
  gettingReady,
  measures,
  namedPartners,
  promisedValue,
  voluntaryShare,
  whatIsDelivered,
  whoPays,
} from "./shared";

/** A contract for one lot. The law that a clause rests on is named in it. */
export const contractClauses = (t: Said): Clause[] => [
  ...clause("The two sides", `${t.buyer} buys. ${t.supplier} provides.`, whoPays(t)),
  ...whatIsDelivered(t, "What is bought"),
  ...clause(
    "Price",
    `The unit price is ${t.unitPrice} without VAT, for one ${t.one}. The forecast is ${t.volume}.`,
    `${t.terms.mobilisationPence > 0n ? "With what is paid for getting ready, that" : "That"} comes to ${t.price}. With ${t.vat} of VAT it is ${t.total} in all.`,
    "The buyer pays for what is delivered, up to that amount. The unit price does not change in the first term.",
  ),
  ...clause(
    "Volumes",
    "The forecast is what the buyer expects. It is not a promise.",
    `The unit price holds while the volume comes to between ${t.band}. That is the forecast, less or more a fifth.`,
    "Outside that, both sides meet within 20 working days, and may agree another price in writing.",
    "The law lets a light touch contract be changed in this way (Procurement Act 2023 s74(2)).",
  ),
  ...gettingReady(t, "The buyer"),
  ...clause(
    "How long",
    `It runs from ${t.starts} to ${t.ends}.`,
    t.extension
      ? `Both sides may make it longer in writing, by ${t.extension} in all, at the same unit price.`
      : "It cannot be made longer.",
  ),
  ...clause(
    "Payment",
    "The buyer pays each valid invoice within 30 days.",
    "The provider pays its own suppliers for this contract within 30 days too, and asks them to do the same.",
    "The law puts these terms into the contract, whether they are written here or not (Procurement Act 2023 s68 and s73; for smaller contracts s88).",
  ),
  ...namedPartners(
    t,
    "The buyer may ask the provider to replace one that becomes excluded or excludable (Procurement Act 2023 s78).",
  ),
  ...voluntaryShare(t),
  ...promisedValue(t),
  ...conditionsMet(t),
  ...measures(t),
  ...clause(
    "Ending it",
    "The buyer may end the contract if the provider becomes excluded or excludable from public contracts.",
    "It first says why, and gives time to answer.",
    "The law gives that right in larger contracts (Procurement Act 2023 s78). Here both sides agree to it whatever the size.",
    "Whatever was delivered before is paid for.",
  ),
  ...clause(
    "In public",
    "The award, its value and the route to it are public. Where the Act asks for a contract details notice, it is published when both have signed.",
    "The law gives 120 days for that in a light touch contract, and 30 in another (Procurement Act 2023 s53).",
    "Unit prices are shown only to public authorities.",
  ),
];

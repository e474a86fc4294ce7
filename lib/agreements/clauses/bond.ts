import { percent, pounds } from "@/lib/core/values/format";
import { ofBp } from "@/lib/core/values/share";
import type { Clause } from "./purchase";
import type { Said } from "./said";
import {
  clause,
  conditionsMet,
  gettingReady,
  namedPartners,
  promisedValue,
  voluntaryShare,
  whatIsDelivered,
  whoPays,
} from "./shared";

/** A social impact bond for one lot: an investor pays in advance and carries the risk, and the buyer pays for results. */
export const bondClauses = (t: Said): Clause[] => [
  ...clause(
    "The three sides",
    `${t.supplier} provides. ${investorOf(t)} pays in the money and carries the risk. ${t.buyer} pays for results.`,
    whoPays(t),
  ),
  ...whatIsDelivered(t, "What is delivered"),
  ...clause(
    "What the provider is paid",
    `The unit price is ${t.unitPrice} without VAT, for one ${t.one}. The forecast is ${t.volume}.`,
    `In all that is ${t.price}. With ${t.vat} of VAT it is ${t.total}.`,
    "The provider is paid for what it delivers. Its payments do not depend on outcomes.",
  ),
  ...clause(
    "Where the money comes from",
    `${investorOf(t)} pays it in before it is due, so that nobody waits for results to be paid.`,
    "If results do not come, the loss is the investor's. Nobody asks it back from the provider.",
  ),
  ...clause(
    "What the buyer pays",
    "The buyer pays the investor, and only for results that are shown.",
    t.terms.returnCapBp === null
      ? "It never pays more than the investor paid in and the return that both agreed."
      : `The investor earns ${percent(t.terms.returnCapBp)} at most on what it paid in. That is the return cap.`,
    t.terms.returnCapBp !== null &&
      `So the buyer never pays more than ${pounds(t.totalPence + ofBp(t.totalPence, t.terms.returnCapBp))} in all. That is the cap.`,
  ),
  ...clause(
    "How results are shown",
    t.terms.outcomes.length > 0 &&
      `These outcomes count: ${t.terms.outcomes.map((name) => name.toLowerCase()).join("; ")}.`,
    "The provider records them, and somebody who is paid by neither side checks them before the buyer pays.",
  ),
  ...clause(
    "Volumes",
    `The unit price holds while the volume comes to between ${t.band}. That is the forecast, less or more a fifth.`,
    "Outside that, all sides meet within 20 working days, and may agree another price in writing.",
  ),
  ...gettingReady(t, "The investor"),
  ...clause(
    "How long",
    `It runs from ${t.starts} to ${t.ends}.`,
    t.extension ? `All sides may make it longer in writing, by ${t.extension} in all.` : "It cannot be made longer.",
  ),
  ...clause(
    "Payment",
    "Each valid invoice is paid within 30 days, down the chain of suppliers too.",
    "The law puts these terms into the contract, whether they are written here or not (Procurement Act 2023 s68 and s73; for smaller contracts s88).",
  ),
  ...namedPartners(
    t,
    "The buyer may ask the provider to replace one that becomes excluded or excludable (Procurement Act 2023 s78).",
  ),
  ...voluntaryShare(t),
  ...promisedValue(t),
  ...conditionsMet(t),
  ...clause(
    "Ending it",
    "The buyer may end it if the provider becomes excluded or excludable from public contracts (Procurement Act 2023 s78).",
    "It first says why, and gives time to answer. Whatever was delivered before is paid for.",
  ),
  ...clause(
    "In public",
    "The award, its value, the investor and both caps are public. Where the Act asks for a contract details notice, it is published when both have signed.",
    "Unit prices are shown only to public authorities.",
  ),
];

const investorOf = ({ terms }: Said) => terms.investor ?? "The investor";

import { acceptPurchase } from "@/lib/agreements/commands/accept";
import {
  endAgreement,
  expireAgreement,
  mobiliseAgreement,
  startAgreement,
  terminateAgreement,
} from "@/lib/agreements/commands/moves";
import { approveShare, refuseShare } from "@/lib/calloff/approval/commands";
import { createBudget, setSpotAllowance } from "@/lib/calloff/budget/commands";
import { daysByYear, termOf } from "@/lib/calloff/budget/years";
import { declinePurchase, withdrawPurchase } from "@/lib/calloff/purchase/commands/end";
import { proposePurchase } from "@/lib/calloff/purchase/commands/propose";
import { saveFunders, saveLines } from "@/lib/calloff/purchase/commands/save";
import { startPurchase } from "@/lib/calloff/purchase/commands/start";
import type { Member } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { addMonths, financialYear } from "@/lib/core/values/moment";
import type { Stage } from "../bodies";
import { act, daysAgo, dayText, today } from "../play";
import type { Joined } from "../register/join";
import { type End, type Scenario, scenarios } from "./scenarios";

/** Who proposes and who approves at each body. */
const hands: Record<string, { proposes: string; approves: string }> = {
  weald: { proposes: "grace", approves: "owen" },
  ridings: { proposes: "hannah", approves: "sanjay" },
  severn: { proposes: "rhys", approves: "bea" },
  capital: { proposes: "leila", approves: "marcus" },
  garden: { proposes: "nora", approves: "dev" },
  westr: { proposes: "edie", approves: "edie" },
};

/** Budgets for last year, this one and the next, allowances for the first two, then every scenario, by the people whose work it is. */
export async function buy(stage: Stage, members: Map<string, Joined>, step: () => void) {
  for (const key of Object.keys(hands)) {
    const approver = handOf(stage, key, "approves");
    for (const months of [-12, 0, 12]) {
      const year = financialYear(addMonths(dayText(today), months));
      if (months <= 0) await act(setSpotAllowance, approver, { year, cap: "600000" }, daysAgo(365));
      await act(
        createBudget,
        approver,
        { title: "Community services", year, amount: key === "garden" || key === "westr" ? "180000" : "750000" },
        daysAgo(365),
      );
    }
    step();
  }
  for (const scenario of scenarios) {
    await play(stage, members, scenario);
    step();
  }
}

async function play(
  stage: Stage,
  members: Map<string, Joined>,
  { buyer, charity, partner, instrument, volume, days, months, end, title }: Scenario,
) {
  const supplier = members.get(charity) ?? missing(charity);
  const proposer = handOf(stage, buyer, "proposes");
  const when = daysAgo(days);
  const later = daysAgo(Math.max(0, days - 2));
  const service = await db.service.findFirstOrThrow({
    where: { organisationId: supplier.actor.organisationId, state: "published" },
    select: {
      id: true,
      published: { select: { placeCodes: true } },
      rateCard: {
        select: { lines: { select: { id: true, volumeFrom: true, volumeTo: true }, orderBy: { number: "asc" } } },
      },
    },
    orderBy: { createdAt: "asc" },
  });
  const startsOn = dayText(daysAgo(Math.max(0, days - 10)));
  const endsOn = dayText(new Date(Date.parse(startsOn) + months * 30 * 86_400_000));
  const need =
    "People leaving prison here wait too long for this help. Probation and the charity have agreed what is needed.";
  const reason =
    instrument === "grant"
      ? "It helps people who would otherwise have no support, and the charity adds volunteers of its own."
      : "";
  const placeCode = service.published?.placeCodes[0];
  const { id } = await act(
    startPurchase,
    proposer,
    { serviceId: service.id, shortlistId: "", instrument, title, need, placeCode, startsOn, endsOn, reason },
    when,
  );
  const line = service.rateCard?.lines.find(
    ({ volumeFrom, volumeTo }) => volume >= volumeFrom && (volumeTo === null || volume <= volumeTo),
  );
  await act(saveLines, proposer, { id, version: 1, lines: [{ rateLineId: line?.id, volume: String(volume) }] }, when);
  if (partner) {
    const others = [{ organisationId: bodyOf(stage, partner[0]).id, share: partner[1] }];
    await act(saveFunders, proposer, { id, version: 2, method: "percent", others }, when);
  }
  if (end === "draft") return;
  await act(proposePurchase, proposer, { id, conflict: "none" }, when);
  if (end === "proposed") return;
  if (end === "withdrawn")
    return act(
      withdrawPurchase,
      proposer,
      { id, reason: "The need has changed: another funder has stepped in." },
      later,
    );
  if (end === "refused")
    return act(
      refuseShare,
      handOf(stage, buyer, "approves"),
      { id, reason: "The same workshop can be had nearer to where people live." },
      later,
    );
  for (const key of [buyer, ...(partner ? [partner[0]] : [])]) {
    // The co-funder's answer is still to come.
    if (end === "waiting" && key === partner?.[0]) return;
    await approve(stage, key, id, later);
  }
  if (end === "offered") return;
  if (end === "declined")
    return act(
      declinePurchase,
      supplier.actor,
      { id, reason: "Two of our mentors have left, and we will not promise what we cannot do." },
      later,
    );
  await agree({ signatory: supplier.actor, buyer: proposer, approver: handOf(stage, buyer, "approves") }, id, {
    end,
    days,
  });
}

async function approve(stage: Stage, key: string, id: string, when: Date) {
  const approver = handOf(stage, key, "approves");
  const { startsOn, endsOn } = await db.purchase.findUniqueOrThrow({
    where: { id },
    select: { startsOn: true, endsOn: true },
  });
  const years = daysByYear(termOf(startsOn, endsOn)).map(({ year }) => year);
  const found = await db.budget.findMany({
    where: { organisationId: approver.organisationId, year: { in: years } },
    select: { id: true, year: true },
  });
  const budgets = Object.fromEntries(found.map((budget) => [budget.year, budget.id]));
  await act(approveShare, approver, { id, budgets, conflict: "none" }, when);
}

async function agree(
  { signatory, buyer, approver }: { signatory: Member; buyer: Member; approver: Member },
  id: string,
  { end, days }: { end: End; days: number },
) {
  const after = (more: number) => daysAgo(Math.max(0, days - more));
  await act(acceptPurchase, signatory, { id, signed: "yes" }, after(4));
  const agreement = await db.agreement.findUniqueOrThrow({ where: { purchaseId: id }, select: { id: true } });
  if (end === "signed") return;
  await act(mobiliseAgreement, buyer, { id: agreement.id }, after(6));
  if (end === "mobilising") return;
  await act(startAgreement, buyer, { id: agreement.id }, after(12));
  if (end === "live") return;
  if (end === "terminated")
    return act(
      terminateAgreement,
      approver,
      { id: agreement.id, reason: "The charity's funder withdrew and it could not go on. Both sides agreed to stop." },
      after(90),
    );
  await act(expireAgreement, buyer, { id: agreement.id }, after(140));
  if (end === "ended") await act(endAgreement, buyer, { id: agreement.id }, after(200));
}

const bodyOf = (stage: Stage, key: string) => stage.bodies[key] ?? missing(key);
const handOf = (stage: Stage, key: string, hand: "proposes" | "approves"): Member =>
  bodyOf(stage, key).people[hands[key]?.[hand] ?? ""] ?? missing(key);

function missing(what: string): never {
  throw new Error(`The demo world has no ${what}.`);
}

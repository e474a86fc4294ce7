import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { approveShare } from "@/lib/calloff/approval/commands";
import { createBudget, setSpotAllowance } from "@/lib/calloff/budget/commands";
import { proposePurchase } from "@/lib/calloff/purchase/commands/propose";
import { saveLines } from "@/lib/calloff/purchase/commands/save";
import { startPurchase } from "@/lib/calloff/purchase/commands/start";
import type { Member } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { busy, type Command } from "@/lib/core/door/command";
import { newId } from "@/lib/core/values/id";
import { financialYear } from "@/lib/core/values/moment";
import { type Answer, type Fields, press } from "./ground/call";
import { type BuiltAction, builtActions } from "./ground/manifest";
import { counted, moneyOf, shareOf, states, wrongSums } from "./ground/money";
import { type Home, People, type Somebody } from "./ground/people";
import { World } from "./ground/world";

const { origins, admin } = inject("served");
const actions = new Map(builtActions().map((action) => [action.name, action]));
const day = (after: number) => new Date(Date.now() + after * 86_400_000).toISOString().slice(0, 10);
const startsOn = day(3);
const year = financialYear(startsOn);
// Within one financial year, whenever this runs: these races are for the money of one budget.
const [endsOn = startsOn] = [day(60), `${Number(year.slice(0, 4)) + 1}-03-31`].toSorted();
const fromBudget = `budgets.${year}`;

type Hand = Somebody & { actor: Member };
let world: World;
let home: Home;
let commissioner: Hand;
let approver: Hand;
let otherApprover: Hand;
let signatory: Hand;
let service: { id: string; place: string; line: string };

beforeAll(async () => {
  world = await World.open(admin);
  home = await world.home();
  const people = new People(world.client, await world.others());
  const more = new People(world.client, await world.others());
  const asAuthority = (who: Somebody, role: "commissioner" | "approver"): Hand => ({
    ...who,
    actor: { kind: "authority", id: who.userId, organisationId: who.organisationId, roles: [role] },
  });
  commissioner = asAuthority(await people.find("authority.commissioner", home), "commissioner");
  approver = asAuthority(await people.find("authority.approver", home), "approver");
  otherApprover = asAuthority(await more.find("authority.approver", home), "approver");
  const signs = await people.find("provider.signatory", home);
  signatory = {
    ...signs,
    actor: { kind: "provider", id: signs.userId, organisationId: home.provider, roles: ["signatory"] },
  };
  const {
    id = "",
    place = "",
    line = "",
  } = await world.row(
    `select s.id, v."placeCodes"[1] as place, l.id as line from "Service" s
     join "ServiceVersion" v on v.id = s."publishedId" join "RateLine" l on l."rateCardId" = s."rateCardId"
     where s."organisationId" = $1 and s.state = 'published' and l."volumeFrom" = 1 order by l.pence limit 1`,
    home.provider,
  );
  service = { id, place, line };
  await done(setSpotAllowance, approver, { year, cap: "90000000" });
}, 60_000);

afterAll(async () => {
  await db.$disconnect();
  await world?.client.end();
});

describe("two processes, one database", () => {
  test("of a hundred approvals of one budget, as many succeed as it can pay for", async () => {
    const purchases = await proposals(100);
    const [first] = purchases;
    const share = await shareOf(first ?? "");
    const budgetId = await budget("A hundred at once", share * 37n + share / 2n);

    const answers = await Promise.all(
      purchases.map((id, at) =>
        pressAs(approver, purchaseAction("approve"), { id, [fromBudget]: budgetId, conflict: "none" }, at),
      ),
    );

    expect(tally(answers)).toEqual({ done: 37, invalid: 63 });
    expect(await states(purchases)).toEqual({ offered: 37, proposed: 63 });
    expect(await moneyOf(budgetId)).toEqual({ committed: share * 37n, held: share * 37n, within: true });
    expect(await wrongSums(world)).toEqual([]);
  });

  test("of two approvers of one share, one is told that the other was first", async () => {
    const purchases = await proposals(16);
    const budgetId = await budget("Two approvers", 1_000_000_00n);
    const answers = await Promise.all(
      purchases.flatMap((id, at) => [
        pressAs(approver, purchaseAction("approve"), { id, [fromBudget]: budgetId, conflict: "none" }, at),
        pressAs(otherApprover, purchaseAction("refuse"), { id, reason: "It can be had nearer." }, at + 1),
      ]),
    );

    expect(tally(answers)).toEqual({ done: 16, conflict: 16 });
    const after = await states(purchases);
    expect((after.offered ?? 0) + (after.refused ?? 0)).toBe(16);
    const share = await shareOf(purchases[0] ?? "");
    expect((await moneyOf(budgetId)).committed).toBe(share * BigInt(after.offered ?? 0));
    expect(await wrongSums(world)).toEqual([]);
  });

  test("approve against withdraw: nothing stays set aside for what was withdrawn", async () => {
    const purchases = await proposals(24);
    const budgetId = await budget("Approve or withdraw", 1_000_000_00n);
    const pairs = await Promise.all(
      purchases.map((id, at) =>
        Promise.all([
          pressAs(approver, purchaseAction("approve"), { id, [fromBudget]: budgetId, conflict: "none" }, at),
          pressAs(commissioner, purchaseAction("withdraw"), { id, reason: "No longer needed." }, at + 1),
        ]),
      ),
    );

    // An offer may still be taken back: withdrawing wins either way, and an approval that came second is refused.
    for (const [approved, withdrawn] of pairs) {
      expect(withdrawn.outcome).toBe("done");
      expect(["done", "conflict"]).toContain(approved.outcome);
    }
    expect(await states(purchases)).toEqual({ withdrawn: 24 });
    expect(await moneyOf(budgetId)).toEqual({ committed: 0n, held: 0n, within: true });
    expect(await wrongSums(world)).toEqual([]);
  });

  test("accept against withdraw: exactly one of the two wins, every time", async () => {
    const budgetId = await budget("Accept or withdraw", 1_000_000_00n);
    const purchases = await proposals(24);
    for (const id of purchases)
      await done(approveShare, approver, { id, budgets: { [year]: budgetId }, conflict: "none" });
    const pairs = await Promise.all(
      purchases.map((id, at) =>
        Promise.all([
          pressAs(signatory, offerAction("accept"), { id, signed: "yes" }, at),
          pressAs(commissioner, purchaseAction("withdraw"), { id, reason: "No longer needed." }, at + 1),
        ]),
      ),
    );

    for (const pair of pairs) expect(pair.map(({ outcome }) => outcome).toSorted()).toEqual(["conflict", "done"]);
    const { accepted = 0, withdrawn = 0 } = await states(purchases);
    expect(accepted + withdrawn).toBe(24);
    expect(await db.agreement.count({ where: { purchaseId: { in: purchases } } })).toBe(accepted);
    const share = await shareOf(purchases[0] ?? "");
    expect((await moneyOf(budgetId)).held).toBe(share * BigInt(accepted));
    expect(await wrongSums(world)).toEqual([]);
  });

  test("the same form sent ten times at once is one purchase, and each press gets the same answer", async () => {
    const title = `Ten presses ${newId()}`;
    const fields = { ...details(title), key: newId() };
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) => pressAs(commissioner, startAction(), fields, at)),
    );

    expect(new Set(answers.map(({ to }) => to)).size).toBe(1);
    expect(tally(answers)).toEqual({ done: 10 });
    expect(await db.purchase.count({ where: { title } })).toBe(1);
    const other = await pressAs(commissioner, startAction(), { ...fields, title: "Something else" }, 1);
    expect(other.outcome).toBe("conflict");
  });

  test("an approval pressed twice at once sets money aside once", async () => {
    const [id = ""] = await proposals(1);
    const budgetId = await budget("Pressed twice", 1_000_000_00n);
    const fields = { id, [fromBudget]: budgetId, conflict: "none", key: newId() };
    const answers = await Promise.all([0, 1].map((at) => pressAs(approver, purchaseAction("approve"), fields, at)));

    expect(tally(answers)).toEqual({ done: 2 });
    expect(await db.commitment.count({ where: { purchaseId: id } })).toBe(1);
    expect((await moneyOf(budgetId)).committed).toBe(await shareOf(id));
    expect(await wrongSums(world)).toEqual([]);
  });
});

const named = (name: string): BuiltAction => {
  const found = actions.get(name);
  if (!found) throw new Error(`The build has no action ${name}.`);
  return found;
};
const purchaseAction = (name: string) => named(`(commissioner)/purchases/[id]/actions#${name}`);
const offerAction = (name: string) => named(`(provider)/offers/[id]/actions#${name}`);
const startAction = () => named("(commissioner)/purchases/new/actions#start");

/** As a person presses: who is told that there is a rush, in which nothing was changed, presses again. */
async function pressAs(
  { token }: Pick<Hand, "token">,
  action: BuiltAction,
  fields: Fields,
  at: number,
): Promise<Answer> {
  const answer = await press(origins[at % 2 === 0 ? 0 : 1], action, { token, fields });
  return answer.outcome === "conflict" && answer.text.includes(busy)
    ? pressAs({ token }, action, fields, at + 1)
    : answer;
}

async function done<Out>(command: Command<Out>, { actor }: Hand, input: unknown): Promise<Out> {
  const result = await command(actor, input);
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

const details = (title: string) => ({
  serviceId: service.id,
  shortlistId: "",
  instrument: "contract",
  title,
  need: "People who leave prison with nowhere to go.",
  placeCode: service.place,
  startsOn,
  endsOn,
  reason: "",
});

/** Purchases alike, proposed by the commissioner, each waiting for its buyer's approver. */
async function proposals(count: number): Promise<string[]> {
  const made: string[] = [];
  for (let from = 0; from < count; from += 8)
    made.push(...(await Promise.all(Array.from({ length: Math.min(8, count - from) }, propose))));
  return made;
}

async function propose(): Promise<string> {
  const { id } = await done(startPurchase, commissioner, details(`In a race ${newId()}`));
  await done(saveLines, commissioner, { id, version: 1, lines: [{ rateLineId: service.line, volume: "3" }] });
  await done(proposePurchase, commissioner, { id, conflict: "none" });
  return id;
}

async function budget(title: string, pence: bigint): Promise<string> {
  const amount = `${pence / 100n}.${String(pence % 100n).padStart(2, "0")}`;
  return (await done(createBudget, approver, { title: `${title} ${newId()}`, year, amount })).id;
}

const tally = (answers: Answer[]) =>
  counted(answers.map(({ outcome, text }) => (outcome === "fault" ? text : outcome)));

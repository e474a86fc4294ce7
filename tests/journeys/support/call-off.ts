import { expect } from "@playwright/test";
import { addRow, fillDay, press, tick, type Walk } from "./walk";

export type Lot = {
  title: string;
  category: string;
  places: string[];
  unit: string;
  /** The most that it may cost, in pounds with VAT. */
  pounds: number;
  /** How many units in each month. */
  monthly: number;
};

export type Draft = {
  title: string;
  instrument: "contract" | "grant";
  outcome: string;
  lots: Lot[];
  route: "quotes" | "belowThreshold" | "marketCompetition" | "grantRound";
  /** A body that pays a part of every lot. */
  funder?: { name: string; percent: string };
};

/** A year of service that starts in five months, written by Grace Adeyemi up to the funders' question. Gives its address. */
export async function writeDraft(walk: Walk, draft: Draft): Promise<string> {
  const { page, seen, be } = walk;
  await be("Grace Adeyemi");
  await page.goto("/call-offs/new");
  await seen("Start a call-off");
  await page.getByLabel("What do you call it?").fill(draft.title);
  await page.locator(`input[name="instrument"][value="${draft.instrument}"]`).check();
  await press(page, "Start");
  const callOff = new URL(page.url()).pathname;
  await seen(draft.title);
  await writeNeed(walk, callOff, draft);
  for (const lot of draft.lots) await writeLot(walk, callOff, lot);
  await chooseRoute(walk, callOff, draft.route);
  await writeCriteria(walk, callOff);
  await page.goto(`${callOff}/timetable`);
  await press(page, "Save the timetable");
  await seen("Timetable");
  if (draft.funder) await sharePayment(walk, callOff, draft.funder, draft.lots.length);
  await assessConflicts(walk, callOff);
  return callOff;
}

async function writeNeed({ page, seen }: Walk, callOff: string, { outcome }: Draft) {
  await page.goto(`${callOff}/need`);
  await seen("The need");
  await page
    .getByLabel("What is needed?")
    .fill("A room on the day of release, and somebody who meets people at the gate.");
  await page.getByLabel("For whom is it?").fill("Adults who leave prison with nowhere to go.");
  await tick(page, "outcomeCodes", outcome);
  await fillDay(page, "startsOn", 150);
  await fillDay(page, "endsOn", 500);
  await page.locator('[name="socialValueStatement"]').fill("Local people with convictions could be hired.");
  await page.locator('[name="barriersConsidered"]').fill("We split the need by area, and ask for few words.");
  await press(page, "Save the need");
}

async function writeLot({ page, seen }: Walk, callOff: string, lot: Lot) {
  await page.goto(`${callOff}/lots/new`);
  await seen("Add a lot");
  await page.getByLabel("What do you call this lot?").fill(lot.title);
  await page.locator('[name="categoryCode"]').selectOption(lot.category);
  for (const place of lot.places) await tick(page, "placeCodes", place);
  await page.locator('[name="budgetPence"]').fill(String(lot.pounds));
  await page.locator('[name="unit"]').selectOption(lot.unit);
  await page.locator('[name="sameVolume"]').fill(String(lot.monthly));
  await press(page, "Save the lot");
  await seen("Lots, volumes and budgets");
}

async function chooseRoute({ page, seen }: Walk, callOff: string, route: Draft["route"]) {
  await page.goto(`${callOff}/route`);
  await seen("How may this be bought?");
  const why = page.locator(`a[href$="reason?route=${route}"]`);
  if ((await why.count()) === 0) {
    const form = page.locator("form").filter({ has: page.locator(`input[name="route"][value="${route}"]`) });
    await form.getByRole("button", { name: "Choose this route" }).click();
  } else {
    await why.click();
    await seen(/say why$/);
    await page.locator('[name="reason"]').fill("It is another need, for other people, from another kind of service.");
    await press(page, "Choose this route");
  }
  await page.waitForURL(/done=route/);
}

/** Keeps what a new call-off begins with, but for one of its two questions about quality. */
async function writeCriteria({ page, seen }: Walk, callOff: string) {
  await page.goto(`${callOff}/criteria`);
  await page.getByRole("button", { name: "Remove criterion 2" }).click();
  await expect(page.locator('[name="criteria.2.title"]')).toHaveValue("Price");
  await page.locator('[name="criteria.0.weight"]').fill("60");
  await seen("Criteria");
  await press(page, "Save the criteria");
}

async function sharePayment(
  { page, seen }: Walk,
  callOff: string,
  { name, percent }: NonNullable<Draft["funder"]>,
  lots: number,
) {
  await page.goto(`${callOff}/funders`);
  await addRow(page, "funder", "others.0.organisationId");
  await page.locator('[name="others.0.organisationId"]').selectOption({ label: name });
  for (let at = 0; at < lots; at += 1) await page.locator(`[name="others.0.shares.${at}.share"]`).fill(percent);
  await seen("Who pays?");
  await press(page, "Save and continue");
}

async function assessConflicts({ page, seen }: Walk, callOff: string) {
  await page.goto(`${callOff}/conflicts`);
  await page
    .locator('[name="assessment"]')
    .fill("Everyone who will write, score or approve was asked. Nobody has one.");
  await press(page, "Save the assessment");
  await page.locator('input[name="conflict"][value="none"]').check();
  await press(page, "Record my declaration");
  await seen("Conflicts of interest");
  await press(page, "Conflicts are assessed: ask the funders");
}

/** Every funder's approver agrees in principle, and Grace Adeyemi publishes: with a reason, where few are invited. */
export async function fundAndPublish(walk: Walk, callOff: string, approvers: string[]) {
  const { page, seen, be } = walk;
  for (const approver of approvers) {
    await be(approver);
    await page.goto(`${callOff}/funders`);
    await seen("Who pays?");
    await page.locator('input[name="conflict"][value="none"]').check();
    await press(page, "Agree in principle");
  }
  await be("Grace Adeyemi");
  await page.goto(callOff);
  await page.getByRole("link", { name: "Check and publish" }).click();
  await seen("Publish this call-off?");
  const few = page.locator('[name="fewReason"]');
  if ((await few.count()) > 0) await few.fill("Nobody else on the register gives this help here.");
  await press(page, "Publish now");
}

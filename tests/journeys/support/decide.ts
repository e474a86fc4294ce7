import { expect, type Page } from "@playwright/test";
import { declareNone, press, type Walk } from "./walk";

/** Two officers take part in the opening, and everything opens with the second. */
export async function openBoth({ page, seen, be }: Walk, callOff: string) {
  for (const officer of ["Grace Adeyemi", "Winnie Etherington"]) {
    await be(officer);
    await page.goto(`${callOff}/opening`);
    await seen("Opening the tenders");
    const take = page.getByRole("button", { name: /^(Take part in opening|Open the tenders)$/ });
    await declareNone(page, take);
    await take.click();
    await page.waitForURL(/done=/);
  }
}

/** Grace Adeyemi appoints the panel and starts the scoring; Winnie Etherington moderates. */
export async function startScoring({ page, seen, be }: Walk, callOff: string, evaluators: string[]) {
  await be("Grace Adeyemi");
  await page.goto(`${callOff}/evaluators`);
  await seen("Evaluators");
  for (const name of evaluators) await page.getByLabel(name, { exact: true }).check();
  const moderator = page.locator('[name="moderator"]');
  const option = moderator.locator("option", { hasText: "Winnie Etherington" });
  await moderator.selectOption((await option.getAttribute("value")) ?? "");
  await press(page, "Save the panel");
  await page.getByRole("link", { name: "Start the scoring" }).click();
  await seen("Start the scoring?");
  await press(page, "Start the scoring");
}

/** What an evaluator gives a tender, whatever the question. */
export type Marks = Record<string, (tender: string) => number>;

/** Every evaluator declares, scores each question across all tenders alone, and finishes. */
export async function scoreAll(walk: Walk, callOff: string, marks: Marks) {
  const { page, seen, be } = walk;
  await startScoring(walk, callOff, Object.keys(marks));
  for (const [evaluator, mark] of Object.entries(marks)) {
    await be(evaluator);
    await page.goto(`${callOff}/scores`);
    const questions = page.locator('main a[href*="/scores/question/"]');
    await seen("Scores");
    await declareNone(page, questions);
    const addresses = await questions.evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    for (const address of addresses) {
      await page.goto(address);
      const tenders = await page.getByRole("heading", { level: 2, name: /^Tender / }).allTextContents();
      for (const [at, tender] of tenders.entries())
        await score(walk, at, mark(tender.replace("Tender ", "")), "It says what happens, and with whom.");
      await seen(/^\d\. /);
      await press(page, "Save these scores");
    }
    await page.getByRole("link", { name: "Finish scoring" }).click();
    await seen("Finish scoring?");
    await page.locator('input[name="sure"]').check();
    await press(page, "Finish scoring");
  }
}

/** Winnie Etherington writes down the consensus on every answer, with a reason, and locks quality. */
export async function moderateAndLock(walk: Walk, callOff: string, agreed: (tender: string) => number) {
  const { page, seen, be } = walk;
  await be("Winnie Etherington");
  await page.goto(`${callOff}/moderation`);
  const links = page.locator('main a[href*="/moderation/tender/"]');
  await declareNone(page, links);
  await seen("Moderation");
  const tenders = await links.evaluateAll((found) =>
    found.map((link) => ({ address: link.getAttribute("href") ?? "", tender: link.textContent ?? "" })),
  );
  for (const { address, tender } of tenders) {
    await page.goto(address);
    const answers = await page.locator('textarea[name$=".reason"]').count();
    for (let at = 0; at < answers; at += 1) await score(walk, at, agreed(tender), "Agreed after talking it through.");
    await seen(/^Tender /);
    await press(page, "Save the consensus");
  }
  await page.getByRole("link", { name: "Lock quality and open prices" }).click();
  await seen("Lock quality and open prices?");
  await page.locator('input[name="sure"]').check();
  await press(page, "Lock quality and open prices");
}

async function score({ page }: Walk, at: number, given: number, reason: string) {
  await page.locator(`input[name="scores.${at}.score"][value="${given}"]`).check();
  await page.locator(`[name="scores.${at}.reason"]`).fill(reason);
}

/** Grace Adeyemi reads the ranking and proposes the first of every lot. */
export async function proposeAward({ page, seen, be }: Walk, callOff: string) {
  await be("Grace Adeyemi");
  await page.goto(`${callOff}/ranking`);
  await seen("Ranking");
  await page.getByRole("link", { name: "Propose the award" }).click();
  await seen("Propose the award");
  for (const reason of await page.locator('textarea[name$=".reason"]').all())
    await reason.fill("It has the most points, and its first week is the most detailed.");
  for (const alone of await page.locator('textarea[name$=".singleBid"]').all()) {
    await alone.fill("One tender came, and it is good. Waiting would leave people without help.");
    const name = ((await alone.getAttribute("name")) ?? "").replace("singleBid", "considered");
    await page.locator(`input[name="${name}"]`).first().check();
  }
  await press(page, "Propose the award");
}

/** Picks a budget for each financial year that a share falls into: the one of this name, or the first there is. */
export async function pickBudgets(page: Page, title?: string) {
  const boxes = page.locator('input[type="radio"][name^="budgets."]');
  const names = await boxes.evaluateAll((found) => [...new Set(found.map((box) => box.getAttribute("name") ?? ""))]);
  for (const name of names) {
    const year = page.locator("fieldset", { has: page.locator(`input[name="${name}"]`) });
    await year
      .getByRole("radio", title ? { name: title } : {})
      .first()
      .check();
  }
}

/** Every funder's approver approves the award, from the budgets for competitions. */
export async function approveAll({ page, seen, be }: Walk, callOff: string, approvers: string[]) {
  for (const approver of approvers) {
    await be(approver);
    await page.goto(`${callOff}/approve`);
    await seen(/^Approve /);
    await pickBudgets(page, "Competitions");
    await page.locator('input[name="conflict"][value="none"]').check();
    await press(page, "Approve the award");
  }
}

/** Grace Adeyemi sends every summary at one moment, and publishes the award notice. */
export async function tellAndNotice({ page, seen, be }: Walk, callOff: string) {
  await be("Grace Adeyemi");
  await page.goto(`${callOff}/summaries`);
  await seen("Send the assessment summaries?");
  await press(page, "Send all summaries");
  await page.goto(`${callOff}/notice`);
  await seen("Publish the award notice?");
  await press(page, "Publish the award notice");
}

/** Grace Adeyemi concludes. Gives the addresses of the agreements that are drawn up. */
export async function conclude({ page, seen, be }: Walk, callOff: string): Promise<string[]> {
  await be("Grace Adeyemi");
  await page.goto(`${callOff}/conclude`);
  await seen("Conclude this call-off?");
  await press(page, "Conclude");
  await seen("Concluded");
  const links = page.locator('main a[href^="/agreements/"]');
  await expect(links.first()).toBeVisible();
  return links.evaluateAll((found) => [...new Set(found.map((link) => link.getAttribute("href") ?? ""))]);
}

/** Both sides read and sign an agreement, one after the other. */
export async function signBoth({ page, seen, be }: Walk, agreement: string, signers: string[]) {
  for (const signer of signers) {
    await be(signer);
    await page.goto(`${agreement}/sign`);
    await seen(/^Sign this /);
    await page.locator('input[name="signed"]').check();
    await press(page, "Sign");
  }
}

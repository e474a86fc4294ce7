import type { Page } from "@playwright/test";
import { pickBudgets } from "./support/decide";
import { expect, test } from "./support/test";

test.use({ javaScriptEnabled: false });

test("a purchase is proposed, shared with a fund, approved twice and accepted, with JavaScript off", async ({
  page,
  seen,
  be,
  own,
}) => {
  test.setTimeout(180_000);
  const title = own(["Rooms for winter", "Rooms for spring"]);
  await be("Grace Adeyemi");
  await page.goto("/find?words=Harbour+Steps&place=police-kent");
  await seen("Find services");
  await page.getByRole("list", { name: "Services found" }).getByRole("heading").first().getByRole("link").click();
  await page.getByRole("link", { name: "Buy from the rate card" }).click();
  await seen("Start a purchase");
  await page.getByLabel("What do you call this purchase?").fill(title);
  await page.getByLabel("What is needed?").fill("Six people leave prison here each month with nowhere to go.");
  await page.locator('input[name="instrument"][value="contract"]').check();
  await page.locator('[name="placeCode"]').selectOption("police-kent");
  await fillDay(page, "startsOn", 14);
  await fillDay(page, "endsOn", 200);
  await page.getByRole("button", { name: "Save and continue" }).click();
  await seen("How much do you need?");
  await page.locator('[name="lines.0.volume"]').fill("10");
  await page.getByRole("button", { name: "Save and continue" }).click();
  await seen("Who pays?");
  await page.locator('input[name="method"][value="percent"]').check();
  await page.getByRole("button", { name: /^Add/ }).click();
  await page.locator('[name="others.0.organisationId"]').selectOption({ label: "Garden County Police and Crime Fund" });
  await page.locator('[name="others.0.share"]').fill("33.33");
  await page.getByRole("button", { name: "Save and continue" }).click();
  await seen("Check before you propose");
  await page.getByLabel("No, I have none").check();
  await page.getByRole("button", { name: "Propose this purchase" }).click();
  await seen(title);
  const purchase = new URL(page.url()).pathname;

  for (const approver of ["Owen Pryce", "Dev Anand"]) {
    await be(approver);
    await page.goto(purchase);
    await page.getByRole("link", { name: "Approve your share" }).click();
    await seen(/^Approve £/);
    await pickBudgets(page);
    await page.getByLabel("No, I have none").check();
    await page.getByRole("button", { name: "Approve this share" }).click();
    await seen(title);
  }

  await be("Ruth Penhale");
  await page.goto("/offers");
  await seen(/offer/i);
  await page.getByRole("link", { name: title }).first().click();
  await seen(title);
  await page
    .getByRole("link", { name: /Accept/ })
    .first()
    .click();
  await page.getByLabel("I may sign for my organisation, and we accept").check();
  await seen(/./);
  await page.getByRole("button", { name: "Accept and sign" }).click();
  await expect(page).toHaveURL(/\/agreements\//);
  await seen(/./);

  await page.context().clearCookies();
  await page.goto("/awards");
  await seen(/award/i);
  await page.getByRole("link", { name: title }).first().click();
  await seen(title);
  await expect(page.getByText("Harbour Steps Trust").first()).toBeVisible();
});

async function fillDay(page: Page, name: string, ahead: number) {
  const day = new Date(Date.now() + ahead * 86_400_000);
  for (const [part, value] of [
    ["day", day.getUTCDate()],
    ["month", day.getUTCMonth() + 1],
    ["year", day.getUTCFullYear()],
  ])
    await page.locator(`[name="${name}.${part}"]`).fill(String(value));
}

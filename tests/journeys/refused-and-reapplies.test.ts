import type { Page } from "@playwright/test";
import { expect, test } from "./support/test";

type Charity = { name: string; signatory: string; part: RegExp };

/** One refused charity for each width, with who signs for it and what it offers. */
const charities: readonly [Charity, Charity] = [
  { name: "Chiltern Turning Point Friends", signatory: "Sunil Barr", part: /Lifestyle and associates/ },
  { name: "Peak Stepping Stones", signatory: "Hester Lowe", part: /Emotional wellbeing/ },
];
const better =
  "Our operations manager leads. A worried worker tells the lead the same day, writes it down, and the lead rings the council.";

// The second half goes on from the first.
test.describe.configure({ mode: "serial" });

test("a charity that was refused reads why, puts it right and applies again", async ({ page, seen, be, own }) => {
  test.setTimeout(120_000);
  const charity = own(charities);
  await be(charity.signatory);
  await page.goto("/apply");
  await seen("Your application");
  await expect(page.getByText("Refused").first()).toBeVisible();
  await expect(page.getByText(/Condition 3 is not met/).first()).toBeVisible();
  await page.getByRole("button", { name: "Start another application" }).click();

  await page.getByRole("link", { name: "Parts that you want to join" }).click();
  await seen("Parts that you want to join");
  await page.getByRole("checkbox", { name: charity.part }).check();
  await page.getByRole("button", { name: "Save and continue" }).click();
  await page.waitForURL((url) => url.pathname !== "/apply/parts");

  await page.goto("/apply/conditions/3");
  await seen(/./);
  await page.locator('textarea[name="text"]').fill(better);
  await page.getByRole("button", { name: "Save and continue" }).click();
  await page.waitForURL((url) => url.pathname !== "/apply/conditions/3");

  await page.goto("/apply/check");
  await seen("Check your answers");
  await page.getByLabel(/I have the authority to send this/).check();
  await page.getByRole("button", { name: "Send the application" }).click();
  await expect(page).toHaveURL(/\/apply\/sent/);
});

test.describe("the steward", () => {
  test.use({ javaScriptEnabled: false });

  test("sees what changed and admits it, with JavaScript off", async ({ page, seen, be, own }) => {
    test.setTimeout(240_000);
    const { name } = own(charities);
    await be("Maya Okafor");
    await page.goto(`/steward/queue?q=${encodeURIComponent(name)}`);
    await seen("Applications");
    await page.getByRole("link", { name }).first().click();
    await seen(name);
    await page.getByRole("button", { name: "Start the review" }).click();
    await seen(name);
    const application = new URL(page.url()).pathname;
    await expect(page.getByRole("heading", { name: "Changed since last time" })).toBeVisible();
    const changed = page.getByRole("table", { name: "Answers that changed" });
    await expect(changed).toContainText(better);
    await expect(changed.getByRole("row")).toHaveCount(2);

    await lookUp(page, seen, name);
    await page.goto(application);
    await page.getByRole("link", { name: "Record findings" }).click();
    for (let left = 30; left > 0 && page.url().includes("/conditions/"); left--) {
      await page.getByLabel("Yes, it is met").check();
      await page.getByRole("button", { name: /^Save/ }).first().click();
      await page.waitForLoadState();
    }
    await page.goto(`${application}/decide`);
    await seen(`Decide on ${name}`);
    await expect(page.getByRole("radio", { name: /Refuse/ })).toHaveCount(0);
    await page.getByRole("button", { name: "Continue" }).click();
    await seen("Check your decision");
    await page.getByRole("button", { name: "Make this decision" }).click();
    await seen(name);
    await expect(page.getByText("Admitted").first()).toBeVisible();
  });
});

async function lookUp(page: Page, seen: (heading: string | RegExp) => Promise<void>, name: string) {
  await page.getByRole("link", { name: "Debarment list" }).click();
  await seen(`Debarment list: ${name}`);
  await page.locator('input[name="listed"][value="no"]').check();
  await page.getByRole("button", { name: "Record it" }).click();
  await page.waitForURL(/recorded=yes/);
  await expect(page.getByText("Not on the list").first()).toBeVisible();
}

import { expect, test } from "./support/test";

test.use({ javaScriptEnabled: false });

test("a steward takes an application, records what was found and admits it, with JavaScript off", async ({
  page,
  seen,
  be,
  own,
}) => {
  test.setTimeout(180_000);
  const charity = own(["Chalk Hill Peers", "Nene Restorative"]);
  await be("Maya Okafor");
  await page.goto("/steward/queue");
  await seen(/application|queue/i);
  await page.getByRole("link", { name: charity }).first().click();
  await seen(charity);
  await page.getByRole("button", { name: "Start the review" }).click();
  await seen(charity);
  await page.getByRole("link", { name: "Record findings" }).click();

  for (let left = 20; left > 0 && page.url().includes("/conditions/"); left--) {
    if (left === 20) await seen(/./);
    await page.getByLabel("Yes, it is met").check();
    await page.getByRole("button", { name: /^Save/ }).first().click();
    await page.waitForLoadState();
  }
  const application = new URL(page.url()).pathname.replace(/\/conditions.*/, "");
  await page.goto(application);
  await page.getByRole("link", { name: "Debarment list" }).click();
  await seen(`Debarment list: ${charity}`);
  await page.locator('input[name="listed"][value="no"]').check();
  await page.getByRole("button", { name: "Record it" }).click();
  await seen(`Debarment list: ${charity}`);
  await page.goto(`${application}/decide`);
  await seen(`Decide on ${charity}`);
  await expect(page.getByRole("radio", { name: /Refuse/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Continue" }).click();
  await seen("Check your decision");
  await page.getByRole("button", { name: "Make this decision" }).click();
  await seen(charity);
  await expect(page.getByText("Decided").first()).toBeVisible();

  await page.goto(`/register?q=${encodeURIComponent(charity)}`);
  await seen(/register/i);
  await expect(page.getByText(charity).first()).toBeVisible();
});

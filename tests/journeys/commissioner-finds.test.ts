import { expect, test } from "./support/test";

test("a commissioner finds services near Kent, compares two and freezes a shortlist", async ({
  page,
  seen,
  be,
  own,
}) => {
  test.setTimeout(120_000);
  const name = own(["Homes in Kent", "Homes in Kent, by phone"]);
  await be("Grace Adeyemi");
  await page.goto("/find?place=police-kent&category=accommodation");
  await seen("Find services");
  await expect(page.getByText(/^Works in/).first()).toBeVisible();
  await expect(page.getByText(/£\d/).first()).toBeVisible();
  const ticks = page.getByRole("checkbox", { name: /^Compare/ });
  await ticks.nth(0).check();
  await ticks.nth(1).check();
  await page.getByRole("button", { name: "Compare the ticked services" }).click();
  await seen("Compare services");

  await page.goto("/find?place=police-kent&category=accommodation");
  await page.getByRole("list", { name: "Services found" }).getByRole("heading").first().getByRole("link").click();
  await page.waitForURL(/\/find\/T/);
  const service = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
  await seen(service);
  await page.goto("/shortlists/new?from=place%3Dpolice-kent%26category%3Daccommodation");
  await seen("Start a shortlist");
  await page.getByLabel("Name of the shortlist").fill(name);
  await page.getByRole("button", { name: "Start the shortlist" }).click();
  await page.waitForURL(/\/shortlists\/[0-9a-f-]{36}/);
  const list = page.url();

  await page.goto("/find?place=police-kent&category=accommodation");
  for (const at of [0, 1]) {
    await page.goto("/find?place=police-kent&category=accommodation");
    await page
      .getByRole("link", { name: /^Add to a shortlist/ })
      .nth(at)
      .click();
    await page.getByLabel(name, { exact: true }).check();
    if (at === 0) await seen("Add to a shortlist");
    await page.getByRole("button", { name: "Add it" }).click();
    await page.waitForURL((url) => !url.pathname.startsWith("/shortlists/add"));
  }
  await page.goto(list);
  await seen(name);
  await page.locator('main a[href*="/entries/"]').last().click();
  await page.getByLabel("Why is it dropped?").fill("No space before the spring.");
  await seen(/./);
  await page.getByRole("button", { name: "Drop this service" }).click();
  await page.waitForURL((url) => !url.pathname.includes("/entries/"));
  await page.goto(list);
  await expect(page.getByText("No space before the spring.")).toBeVisible();
  await page.getByRole("link", { name: "Freeze this shortlist" }).click();
  await seen("Freeze this shortlist");
  await page.getByRole("button", { name: "Freeze this shortlist" }).click();
  await seen(name);
  await expect(page.getByText("Frozen").first()).toBeVisible();
});

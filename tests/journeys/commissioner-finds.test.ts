import { expect, test } from "./support/test";

test("anybody searches: a choice is sent as it is made, a field offers what may be meant, and a map says where", async ({
  page,
  seen,
}) => {
  test.setTimeout(120_000);
  await page.goto("/find");
  await seen("Find services");
  await expect(page.getByText(/£\d/)).toHaveCount(0);
  const filters = page.getByText(/^Filters/);
  if (await filters.isVisible()) await filters.click();

  await page.getByRole("checkbox", { name: /^Accommodation/ }).check();
  await page.waitForURL(/[?&]category=accommodation/);
  await expect(page.getByRole("status").first()).toHaveText(/^\d+ services?$/);
  await expect(page.getByRole("checkbox", { name: /^Accommodation/ })).toBeFocused();
  await page.getByRole("button", { name: /^How it is given/ }).click();
  await page.getByRole("checkbox", { name: /^In the community/ }).check();
  await page.waitForURL(/setting=community/);
  await page.goBack();
  await expect(page.getByRole("checkbox", { name: /^In the community/ })).not.toBeChecked();

  await page.getByRole("combobox", { name: "Place" }).pressSequentially("West Ken");
  await expect(page.getByRole("option").first()).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(/place=/);
  await page.getByRole("link", { name: /^Remove filter: Place/ }).click();
  await expect(page.getByRole("combobox", { name: "Place" })).toHaveValue("");
  await page.getByRole("link", { name: "See where they are" }).click();
  await page.waitForURL(/view=map/);
  await seen("Find services");
  await page
    .getByRole("link", { name: /^Kent: / })
    .first()
    .click();
  await page.waitForURL(/place=police-kent/);
  await seen("Find services");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the same is asked by a button, and what is folded is a press away", async ({ page, seen }) => {
    await page.goto("/find?category=accommodation");
    const filters = page.getByText(/^Filters/);
    if (await filters.isVisible()) await filters.click();
    await page.getByRole("textbox", { name: "Place" }).fill("Kent (police area)");
    await page.getByRole("button", { name: /^How it is given/ }).click();
    await page.getByRole("checkbox", { name: /^In the community/ }).check();
    await page.getByRole("button", { name: "Apply filters" }).click();
    await expect(page.getByText(/Here because: Works in/).first()).toBeVisible();
    await expect(page.getByRole("link", { name: /^Remove filter: / })).toHaveCount(3);
    await seen("Find services");
  });
});

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
  await expect(page.getByText(/Here because: Works in/).first()).toBeVisible();
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

import { expect, test } from "./support/test";

test("anyone can read the register, the awards, the coverage and the pages about it", async ({ page, seen }) => {
  test.setTimeout(180_000);
  for (const address of [
    "/",
    "/register",
    "/awards",
    "/coverage",
    "/about",
    "/accessibility",
    "/privacy",
    "/open-data",
    "/health",
    "/sign-in",
    "/demo",
  ]) {
    await page.goto(address);
    await seen(/./);
  }
  await page.goto("/register");
  await page.locator('main a[href^="/register/services/"]').first().click();
  await page.waitForURL(/\/register\/services\/TS-/);
  await seen(/./);
  await expect(page.getByText(/£\d/)).toHaveCount(0);
  await page.goto("/awards");
  await page.locator('main a[href^="/awards/"]').first().click();
  await page.waitForURL(/\/awards\/TG-/);
  await seen(/./);
  for (const file of ["/register/services/csv", "/register/organisations/csv", "/awards/csv", "/coverage/csv"]) {
    const answer = await page.request.get(file);
    expect(answer.status(), file).toBe(200);
    expect(answer.headers()["content-type"]).toContain("text/csv");
    expect((await answer.text()).split("\n").length, file).toBeGreaterThan(2);
  }
});

test("an auditor reads who did what and when, and sees that the record holds", async ({ page, seen, be }) => {
  await be("Iris Bell");
  await page.goto("/home");
  await seen(/./);
  await page.goto("/history");
  await seen(/./);
  await page.locator('main a[href^="/history/"]').first().click();
  await page.waitForURL(/\/history\/\w+\/[0-9a-f-]{36}/);
  await seen(/./);
  await expect(page.getByText(/sealed/i).first()).toBeVisible();
});

test("everybody's home says what waits for them", async ({ page, seen, be }) => {
  test.setTimeout(120_000);
  for (const name of [
    "Ruth Penhale",
    "Joan Fairley",
    "Grace Adeyemi",
    "Owen Pryce",
    "Dev Anand",
    "Maya Okafor",
    "Tom Hollis",
  ]) {
    await be(name);
    await page.goto("/home");
    await seen(/waiting for you/);
  }
});

test("a page that is not there, and one that is not yours, say the same", async ({ page, be }) => {
  await be("Ruth Penhale");
  for (const address of [
    "/nothing-here",
    "/steward/queue",
    "/budgets",
    "/purchases/01a20166-cef9-75cc-8594-fe949d781354",
    "/services/nonsense",
  ]) {
    const answer = await page.goto(address);
    expect(answer?.status(), address).toBe(404);
  }
});

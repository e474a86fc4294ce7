import type { Page } from "@playwright/test";
import { expect, test } from "./support/test";

test("a commissioner saves a search, sees what is new, and follows it in a calendar and a feed", async ({
  page,
  seen,
  be,
  playwright,
  baseURL,
}) => {
  test.setTimeout(120_000);
  await be("Grace Adeyemi");
  await page.goto("/searches");
  await seen("Your saved searches");
  await page.getByRole("link", { name: "Homes in Kent with space", exact: true }).first().click();
  await seen("Homes in Kent with space");
  await expect(page.getByRole("list", { name: "Services that are new" }).getByRole("listitem").first()).toBeVisible();

  await page.goto("/find?place=police-kent&category=accommodation");
  await page.getByRole("link", { name: "Save this search" }).click();
  await seen("Save this search");
  await page.getByRole("button", { name: "Save the search" }).click();
  await expect(page.getByRole("link", { name: "Give the search a name" })).toBeVisible();
  await page.getByLabel("Name of the search").fill("Rooms for the winter");
  await page.getByLabel("Every week").check();
  await page.getByRole("button", { name: "Save the search" }).click();
  await seen("Rooms for the winter");
  await expect(page.getByText("The search is saved")).toBeVisible();

  // Another program reads the feeds, and signs in nowhere.
  const program = await playwright.request.newContext({ ...(baseURL && { baseURL }) });
  const [calendar = "", feed = ""] = await feedsOf(page);
  const ics = await program.get(calendar);
  expect(ics.headers()["content-type"]).toContain("text/calendar");
  expect(await ics.text()).toMatch(/“Rooms for the winter” saved: \d+ services answer/);
  const atom = await program.get(feed);
  expect(await atom.text()).not.toMatch(/Grace|Adeyemi|£/);
  expect(await elements(page, await atom.text())).toBeGreaterThan(0);
  const again = await program.get(feed, { headers: { "if-none-match": atom.headers().etag ?? "" } });
  expect(again.status()).toBe(304);

  await page.getByRole("link", { name: "Make new addresses" }).click();
  await seen("Make new feed addresses");
  await page.getByRole("button", { name: "Make new addresses" }).click();
  await page.waitForURL(/done=feeds/);
  await seen("Rooms for the winter");
  expect((await program.get(feed)).status()).toBe(404);
  expect((await program.get((await feedsOf(page))[1] ?? "")).status()).toBe(200);
  await program.dispose();

  await page.getByRole("link", { name: "Change E-mails" }).click();
  await seen("Change a saved search");
  await page.getByLabel("Name of the search").fill("Rooms for the spring");
  await page.getByLabel("Never").check();
  await page.getByRole("button", { name: "Save changes" }).click();
  await seen("Rooms for the spring");
  await page.getByRole("link", { name: "Delete this search" }).click();
  await seen("Delete this search");
  await page.getByRole("button", { name: "Delete this search" }).click();
  await seen("Your saved searches");
  await expect(page.getByText("The search is deleted")).toBeVisible();
  await expect(page.getByText("Rooms for the spring")).toHaveCount(0);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("whoever has had enough of an alert ends it from the e-mail, without signing in, and may take that back", async ({
    page,
    seen,
  }) => {
    const letter = page.getByRole("listitem").filter({ hasText: "answers “Housing in Kent”" }).first();
    await expect(async () => {
      await page.goto("/demo/mailbox?words=Housing+in+Kent");
      await expect(letter).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 30_000 });
    await expect(letter).not.toContainText("£");
    await letter.locator('a[href^="/unsubscribe/"]').click();
    await seen("Stop these e-mails");
    await page.getByRole("button", { name: "Stop these e-mails" }).click();
    await seen("We no longer write to you about “Housing in Kent”");
    await page.getByRole("button", { name: "Undo: write to me every day" }).click();
    await expect(page.getByText("We write to you again")).toBeVisible();
    await seen("Stop these e-mails");
  });
});

/** The paths of the calendar and of the feed, as the page shows them. */
const feedsOf = (page: Page) =>
  page
    .locator('main a[href*="/feeds/"]')
    .evaluateAll((links) => links.map((link) => new URL(link.getAttribute("href") ?? "", location.href).pathname))
    .then((paths) => paths.filter((path) => /\.(ics|xml)$/.test(path)));

/** How many entries a browser finds in a feed; it throws where the text is not well-formed XML. */
const elements = (page: Page, xml: string) =>
  page.evaluate((text) => {
    const read = new DOMParser().parseFromString(text, "application/xml");
    if (read.querySelector("parsererror")) throw new Error("It is not well-formed.");
    return read.querySelectorAll("entry").length;
  }, xml);

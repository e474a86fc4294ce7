import type { Page } from "@playwright/test";
import { expect, test } from "./support/test";

const said = 'We meet people at the gate, with <b>"bread & salt"</b>.\n\nThen we stay.';
const field = (page: Page) => page.getByLabel("What does your organisation do?");

/** Types a form with one fault in it, on a page whose session then ends, and gives the way to sign in again. */
async function typeAndBeSignedOut(page: Page, leave: () => Promise<unknown> = async () => {}) {
  // The page's scripts have come to rest, so that nothing stirs a field while it is filled.
  await page.goto("/apply/profile", { waitUntil: "networkidle" });
  await field(page).fill(said);
  await page.getByLabel("Income in a year").fill("a lot");
  const session = await page.context().cookies();
  await page.context().clearCookies();
  await leave();
  await page.getByRole("button", { name: "Save and continue" }).click();
  await expect(page.getByRole("heading", { name: "You were signed out" })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Sign in/ }).first()).toBeVisible();
  return () => page.context().addCookies(session);
}

test.describe("with JavaScript off", () => {
  test.use({ javaScriptEnabled: false });

  test("a session that ends while somebody types costs nothing that was typed", async ({ page, be }) => {
    await be("Ruth Penhale");
    const signInAgain = await typeAndBeSignedOut(page);
    await signInAgain();
    await page.getByRole("button", { name: "Send again" }).click();
    await expect(page.getByText("There is a problem")).toBeVisible();
    await expect(field(page)).toHaveValue(said);
    await expect(page.getByLabel("Income in a year")).toHaveValue("a lot");
  });
});

test("a page left open asks whether its person is still here before it sends", async ({ page, be }) => {
  await page.clock.install();
  await be("Ruth Penhale");
  const signInAgain = await typeAndBeSignedOut(page, () => page.clock.fastForward(6 * 60_000));
  await expect(field(page)).toHaveValue(said);
  await signInAgain();
  await page.getByRole("button", { name: "Save and continue" }).click();
  await expect(page).toHaveTitle(/^Error: /);
  await expect(field(page)).toHaveValue(said);
});

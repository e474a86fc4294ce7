import { expect, type Locator, type Page } from "@playwright/test";

/** Who walks: the page, how a page is looked at, and how somebody else takes over. */
export type Walk = {
  page: Page;
  seen: (heading: string | RegExp) => Promise<void>;
  be: (name: string) => Promise<void>;
};

/** Presses a button that leads on to another address, and waits until it has. */
export async function press(page: Page, name: string) {
  const here = page.url();
  await page.getByRole("button", { name, exact: true }).first().click();
  await expect(page).not.toHaveURL(here);
}

/** Opens whatever is folded around a box, and ticks it. */
export async function tick(page: Page, name: string, value: string) {
  const box = `input[name="${name}"][value="${value}"]`;
  const folded = page.locator(`details:not([open]):has(${box})`);
  while ((await folded.count()) > 0) await folded.first().locator("> summary").click();
  await page.locator(box).check();
}

/** Writes a day into its three boxes. */
export async function fillDay(page: Page, name: string, ahead: number) {
  const day = new Date(Date.now() + ahead * 86_400_000);
  for (const [part, value] of [
    ["day", day.getUTCDate()],
    ["month", day.getUTCMonth() + 1],
    ["year", day.getUTCFullYear()],
  ])
    await page.locator(`[name="${name}.${part}"]`).fill(String(value));
}

/** Adds one row to a list, unless its field is there already. */
export async function addRow(page: Page, one: string, field: string) {
  const wanted = page.locator(`[name="${field}"]`);
  if ((await wanted.count()) > 0) return;
  await page.getByRole("button", { name: new RegExp(`^Add (another|an?) ${one}$`) }).click();
  await expect(wanted).toBeVisible();
}

/** Says that there is no conflict of interest, where that is asked on the way; `then` is what comes after it. */
export async function declareNone(page: Page, then: Locator) {
  const go = page.getByRole("button", { name: "Save and go on" });
  if ((await go.count()) === 0) return;
  await page.locator('input[name="conflict"][value="none"]').check();
  await go.click();
  await expect(then.first()).toBeVisible();
}

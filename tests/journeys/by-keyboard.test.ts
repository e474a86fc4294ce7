import type { Page } from "@playwright/test";
import { expect, test } from "./support/test";

test("a commissioner searches and opens a service with the keyboard alone", async ({ page, be, seen }) => {
  test.setTimeout(120_000);
  await be("Grace Adeyemi");
  await page.goto("/find");
  await page.keyboard.press("Tab");
  await expect(page.locator(":focus")).toHaveText(/Skip/);
  await page.keyboard.press("Enter");
  await reach(page, (name) => name === "words");
  await expectVisibleFocus(page);
  await page.keyboard.type("mentor");
  await page.keyboard.press("Enter");
  await page.waitForURL(/words=mentor/);
  await seen("Find services");
  await reach(page, (_name, href) => /^\/find\/TS-/.test(href));
  await expectVisibleFocus(page);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/find\/TS-/);
  await reach(page, (_name, href) => href.startsWith("/purchases/new"));
  await page.keyboard.press("Enter");
  await seen("Start a purchase");
});

/** Presses Tab until the thing wanted has the focus; 200 presses are too many for anybody. */
async function reach(page: Page, wanted: (name: string, href: string) => boolean) {
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press("Tab");
    const [name, href] = await page.evaluate(() => {
      const at = document.activeElement;
      return [at?.getAttribute("name") ?? "", at?.getAttribute("href") ?? ""];
    });
    if (wanted(name ?? "", href ?? "")) return;
  }
  throw new Error("The keyboard never came to it.");
}

async function expectVisibleFocus(page: Page) {
  const seen = await page.locator(":focus").evaluate((element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
  });
  expect(seen).toBe(true);
}

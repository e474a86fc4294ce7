import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";

const wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

type Journey = {
  /** The page with this heading is there, is named in the tab, does not scroll sideways, and axe finds nothing against it. */
  seen: (heading: string | RegExp) => Promise<void>;
  /** Signs in as one of the demo people, in place of whoever was there. */
  be: (name: string) => Promise<void>;
  /** The nth of a list for the nth width, so that two widths never share a record. */
  own: <T>(list: readonly [T, T]) => T;
};

export const test = base.extend<Journey>({
  seen: async ({ page, context, browser, javaScriptEnabled, viewport, baseURL }, use) => {
    await use(async (heading) => {
      await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
      await expect(page).toHaveTitle(/Throughcare/);
      if (javaScriptEnabled !== false) return passes(page);
      // Axe is a script. Where scripts are off, the same address is opened once more with them on, by the same person.
      const twin = await browser.newContext({
        storageState: await context.storageState(),
        viewport,
        baseURL,
        javaScriptEnabled: true,
      });
      const again = await twin.newPage();
      await again.goto(page.url());
      await passes(again);
      await twin.close();
    });
  },
  be: async ({ page }, use) => {
    await use(async (name) => {
      await page.goto("/demo");
      await page.getByRole("button", { name: `(${name})` }).click();
      await page.waitForURL((url) => url.pathname !== "/demo");
    });
  },
  own: async ({ viewport }, use) => {
    await use(([first, second]) => ((viewport?.width ?? 0) < 600 ? second : first));
  },
});

async function passes(page: Page) {
  await settles(page);
  await fits(page);
  await passesAxe(page);
}

/** The title goes and comes again while one page follows another, so a page is looked at once its title has stayed. */
async function settles(page: Page) {
  await page.waitForFunction(async () => {
    const title = document.title;
    await new Promise((resolve) => setTimeout(resolve, 100));
    return title !== "" && title === document.title;
  });
}

/** A page never scrolls sideways, at any width that it is shown at. */
async function fits(page: Page) {
  const [inner, outer] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(inner, `${page.url()} scrolls sideways`).toBeLessThanOrEqual((outer ?? 0) + 1);
}

async function passesAxe(page: Page) {
  const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
  expect(found, `axe at ${page.url()}`).toEqual([]);
}

export { expect };

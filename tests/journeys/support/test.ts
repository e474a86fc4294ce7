import { createHash } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";

const wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

type Journey = {
  /** The page with this heading is there, is named in the tab, does not scroll sideways, and axe finds nothing against it. */
  seen: (heading: string | RegExp) => Promise<void>;
  /** Signs in as one of the demo people, in place of whoever was there. */
  be: (name: string) => Promise<void>;
  /** The nth of a list for the nth width, so that two widths never share a record. */
  own: <A, B>(list: readonly [A, B]) => A | B;
};

export const test = base.extend<Journey>({
  seen: async ({ page, context, browser, javaScriptEnabled, viewport, baseURL }, use, info) => {
    // Emptied when a run begins, and the same for all its workers.
    const kept = join(info.project.outputDir, "axe");

    let again: Page | undefined;
    await use(async (heading) => {
      await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
      await expect(page).toHaveTitle(/Throughcare/);
      if (javaScriptEnabled !== false) return passes(page, kept);
      // Axe is a script. Where scripts are off, the same address is opened once more with them on, by the same person.
      again ??= await (await browser.newContext({ viewport, baseURL, javaScriptEnabled: true })).newPage();
      await again.context().clearCookies();
      await again.context().addCookies(await context.cookies());
      await again.goto(page.url());
      await passes(again, kept);
    });
    await again?.context().close();
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

async function passes(page: Page, kept: string) {
  await settles(page);
  await fits(page);
  await passesAxe(page, kept);
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

/** The same at the narrowest width that we promise, which is also 400% zoom at 1280. */
async function fitsNarrow(page: Page) {
  const before = page.viewportSize();
  if (!before) return;
  await page.setViewportSize({ width: 320, height: before.height });
  await fits(page);
  await page.setViewportSize(before);
}

/**
 * Axe looks at each make of a page once in a run: pages of the same kinds of elements, alike in all but their words, have the
 * same faults. What it has passed is kept by what it is made of: an address, a width, and every kind of element on the page.
 */
async function passesAxe(page: Page, kept: string) {
  const make = await page.evaluate(() => {
    const about = [
      "class",
      "role",
      "type",
      "aria-label",
      "aria-labelledby",
      "aria-describedby",
      "for",
      "lang",
      "scope",
    ];
    const said = (element: Element) =>
      [element.tagName, ...about.map((name) => (element.hasAttribute(name) ? element.getAttribute(name) : ""))].join(
        " ",
      );
    const kinds = new Set([...document.querySelectorAll("*")].map(said));
    const path = location.pathname.replace(/[0-9a-f-]{36}|T[A-Z]-[\w-]+/g, "*");
    return [innerWidth, path, ...kinds].join("\n");
  });
  const passed = join(kept, createHash("sha256").update(make).digest("hex"));
  if (existsSync(passed)) return;
  await fitsNarrow(page);
  const { violations } = await new AxeBuilder({ page }).withTags(wcag).setLegacyMode().analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
  expect(found, `axe at ${page.url()}`).toEqual([]);
  mkdirSync(kept, { recursive: true });
  writeFileSync(passed, make);
}

export { expect };

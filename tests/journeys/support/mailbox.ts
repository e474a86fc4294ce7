import { expect, type Page } from "@playwright/test";

/** Opens the newest sign-in link that was sent to an address. It may take a few seconds: a worker sends it after the commit. */
export async function followLink(page: Page, email: string) {
  const link = page.getByRole("listitem").filter({ hasText: email }).locator('a[href^="/sign-in/link"]').first();
  await expect(async () => {
    await page.goto(`/demo/mailbox?${new URLSearchParams({ words: email })}`);
    await expect(link).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await link.click();
}

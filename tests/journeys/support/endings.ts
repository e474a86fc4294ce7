import { expect } from "@playwright/test";
import { fillDay, press, type Walk } from "./walk";

/** Presses a button that is refused, and finds each of these sentences at the top of the same page. */
export async function refusedFor({ page }: Pick<Walk, "page">, name: string, sentences: readonly string[]) {
  await page.getByRole("button", { name, exact: true }).click();
  const problem = page.getByRole("alert").filter({ hasText: "There is a problem" });
  for (const sentence of sentences) await expect(problem).toContainText(sentence);
}

/** What an address answers to whoever is signed in: the page as it is sent, with everything that its scripts would read. */
export async function sentTo({ page }: Pick<Walk, "page">, address: string): Promise<{ status: number; text: string }> {
  const response = await page.request.get(address);
  return { status: response.status(), text: await response.text() };
}

/** Every address below `base` that a page links to. */
export function addressesIn(text: string, base: string): string[] {
  const links = [...text.matchAll(/href="([^"#?]+)/g)].map(([, href = ""]) => href);
  return [...new Set(links.filter((href) => href.startsWith(`${base}/`)))];
}

export type Written = {
  /** The title of the call-off. */
  title: string;
  /** The answer to the first question. */
  says: string;
  /** The price of one unit, in whole pounds. */
  pounds: number;
};

/**
 * A charity finds an opportunity and answers it from the task list, with a look at everything that helps on the way:
 * what is still to do, words that are counted, a price whose sums are shown, a receipt. Gives the address of the tender.
 */
export async function writeFromTheList(walk: Walk, { title, says, pounds }: Written, who: string): Promise<string> {
  const { page, seen, be } = walk;
  await be(who);
  await page.goto(`/opportunities?words=${encodeURIComponent(title)}`);
  await seen("Opportunities");
  await page.getByRole("list", { name: "Opportunities" }).getByRole("link", { name: title }).click();
  await seen(title);
  await page.getByRole("button", { name: `Begin a tender for ${title}` }).click();
  await page.waitForURL(/\/tenders\/[0-9a-f-]{36}$/);
  const tender = new URL(page.url()).pathname;
  await seen(title);
  const task = (name: string) =>
    page.getByRole("listitem").filter({ has: page.getByRole("link", { name, exact: true }) });
  await expect(task("Prices").last()).toContainText("Not started");
  await expect(task("Check your tender and submit it").last()).toContainText("Not ready yet");

  await page.getByRole("link", { name: "Lots that you tender for" }).click();
  await seen("Which lots do you tender for?");
  await page.getByLabel(/^1\. /).check();
  await press(page, "Save and continue");
  await answerInWords(walk, says);
  await page.getByLabel("Your answer").fill("We hire people from the area, and pay the real Living Wage.");
  await press(page, "Save and continue");
  await offer(walk);
  await price(walk, pounds);

  await page.goto(tender);
  for (const name of ["Lots that you tender for", "How you would do it", "Prices"])
    await expect(task(name).last()).toContainText("Done");
  await page.getByRole("link", { name: "Check and submit" }).click();
  await seen("Check your tender");
  await expect(page.getByText(says)).toBeVisible();
  await refusedFor(walk, "Submit this tender", ["Tick"]);
  await page.locator('input[name="signed"]').check();
  await press(page, "Submit this tender");
  await seen("Your tender is in");
  await expect(page.getByText(/^[0-9a-f]{64}$/).first()).toBeVisible();
  return tender;
}

/** One word too many comes back with the count and with what was typed; the answer itself is counted once it is saved. */
async function answerInWords(walk: Walk, says: string) {
  const { page, seen } = walk;
  await seen("How you would do it");
  const said = (await page.getByText(/^At most \d+ words$/).textContent()) ?? "";
  const most = Number(said.replace(/\D/g, ""));
  const long = Array.from({ length: most + 1 }, () => "word").join(" ");
  await page.getByLabel("Your answer").fill(long);
  await refusedFor(walk, "Save and continue", [`Your answer has ${most + 1} words. The most is ${most}. Take out 1`]);
  await expect(page.getByLabel("Your answer")).toHaveValue(long);
  const here = page.url();
  await page.getByLabel("Your answer").fill(says);
  await press(page, "Save and continue");
  const next = page.url();
  await page.goto(here);
  await expect(page.getByText(`${says.split(" ").length} words`, { exact: true })).toBeVisible();
  await page.goto(next);
  await seen("Social value");
}

async function offer({ page, seen }: Walk) {
  await seen("What social value do you promise?");
  await page.locator('[name="offers.0.measure"]').fill("People with convictions whom we hire");
  await page.locator('[name="offers.0.unit"]').fill("people");
  await page.locator('[name="offers.0.baseline"]').fill("0");
  await page.locator('[name="offers.0.target"]').fill("2");
  await fillDay(page, "offers.0.by", 480);
  await press(page, "Save and continue");
}

/** The sums are those of a pocket calculator: what one unit costs, times the forecast that stands on the page. */
async function price({ page, seen }: Walk, pounds: number) {
  await seen("What does it cost?");
  const forecast = (await page.getByText(/^Forecast: /).textContent()) ?? "";
  const volume = Number((forecast.match(/Forecast: ([\d,]+)/)?.[1] ?? "").replaceAll(",", ""));
  await page.locator('[name="lots.0.unit"]').fill(String(pounds));
  const none = page.locator('input[name="lots.0.vat"][value="0"]');
  if ((await none.count()) > 0) await none.check();
  await press(page, "Save and see the sums");
  const total = `£${(volume * pounds).toLocaleString("en-GB")}.00`;
  await expect(page.getByRole("row", { name: "In all" })).toContainText(total);
}

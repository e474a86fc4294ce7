import { addRow, fillDay, press, type Walk } from "./walk";

export type Tender = {
  /** The title of the call-off. */
  title: string;
  /** The price of one unit in pounds, by the number of the lot. */
  asks: Record<number, number>;
  /** A sub-contractor, as it stands on the register, and who confirms its share. */
  partner?: { name: string; by: string };
};

const answers = ["We meet people at the gate, and see them three times in the first week.", "We hire locally."];

/** Somebody writes the tender of a charity and submits it. Gives the tender's reference. */
export async function writeTender(walk: Walk, { title, asks, partner }: Tender, who: string): Promise<string> {
  const { page, seen, be } = walk;
  await be(who);
  await page.goto("/tenders");
  await seen("Tenders");
  await page.getByRole("button", { name: `Begin a tender for ${title}` }).click();
  await page.waitForURL(/\/tenders\/[0-9a-f-]{36}$/);
  const tender = new URL(page.url()).pathname;
  await seen(title);
  const [reference = ""] = ((await page.locator("main").textContent()) ?? "").match(/T[A-Z]-\d{4}-\d{6}/) ?? [];
  const next = () => press(page, "Save and continue");

  await page.goto(`${tender}/lots`);
  await seen("Which lots do you tender for?");
  const lots = Object.entries(asks);
  for (const [number] of lots) await page.getByLabel(new RegExp(`^${number}\\. `)).check();
  await next();
  for (const [at, answer] of answers.entries()) {
    await page.goto(`${tender}/answers/${at + 1}`);
    await page.getByLabel("Your answer").fill(answer);
    await seen(/./);
    await next();
  }
  await page.goto(`${tender}/social-value`);
  await seen("What social value do you promise?");
  await page.locator('[name="offers.0.measure"]').fill("People with convictions whom we hire");
  await page.locator('[name="offers.0.unit"]').fill("people");
  await page.locator('[name="offers.0.baseline"]').fill("0");
  await page.locator('[name="offers.0.target"]').fill("3");
  await fillDay(page, "offers.0.by", 480);
  await next();
  await page.goto(`${tender}/price`);
  await seen("What does it cost?");
  for (const [at, [, price]] of lots.entries()) {
    await page.locator(`[name="lots.${at}.unit"]`).fill(String(price));
    const none = page.locator(`input[name="lots.${at}.vat"][value="0"]`);
    if ((await none.count()) > 0) await none.check();
  }
  await next();
  if (partner) await nameSubContractor(walk, tender, { title, ...partner, who });
  await page.goto(`${tender}/check`);
  await seen("Check your tender");
  await page.locator('input[name="signed"]').check();
  await press(page, "Submit this tender");
  await seen("Your tender is in");
  return reference;
}

/** Names a sub-contractor for a fifth of the work; somebody there confirms its share, and the tenderer comes back. */
async function nameSubContractor(
  { page, seen, be }: Walk,
  tender: string,
  { title, name, by, who }: { title: string; name: string; by: string; who: string },
) {
  await page.goto(`${tender}/partners`);
  await addRow(page, "sub-contractor", "partners.0.who");
  await page.locator('[name="partners.0.who"]').fill(name);
  await page.locator('[name="partners.0.share"]').fill("20");
  await page.locator('[name="partners.0.does"]').fill("Meets people at the gate");
  await seen("Does anybody else do a part of the work?");
  await press(page, "Save and go to the list");
  await be(by);
  await page.goto("/tenders");
  await page.getByRole("list", { name: "Shares" }).getByRole("link", { name: title }).click();
  await seen(/names you as a sub-contractor$/);
  await page.locator('input[name="signed"]').check();
  await press(page, "Confirm this share");
  await be(who);
}

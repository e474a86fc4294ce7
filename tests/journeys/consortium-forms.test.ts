import { expect, test } from "./support/test";

test.use({ javaScriptEnabled: false });

test("two members form a consortium, each signing for its share, with JavaScript off", async ({
  page,
  seen,
  be,
  own,
}) => {
  test.setTimeout(120_000);
  const name = own(["Two Rivers Together", "Both Banks Together"]);
  await be("Ruth Penhale");
  await page.goto("/consortia");
  await seen("Consortia");
  await page.getByRole("link", { name: "Propose a consortium" }).click();
  await seen("Propose a consortium");
  await page.getByLabel("What is the consortium called?").fill(name);
  await page
    .getByLabel("What will you do together?")
    .fill("We find rooms, and we stay with people who move into them.");
  await page.locator('[name="ownShare"]').fill("60");
  await page.locator('[name="ownDoes"]').fill("Finds the rooms");
  await page.locator('[name="partners.0.who"]').fill("Medway Lantern");
  await page.locator('[name="partners.0.share"]').fill("30");
  await page.locator('[name="partners.0.does"]').fill("Stays with people");
  await page.getByRole("button", { name: "Sign, and ask the partners" }).click();
  // The shares are not the whole: said at the field, with everything that was typed still there.
  await seen("Propose a consortium");
  await expect(page.getByRole("link", { name: /add up to 90%/ })).toBeVisible();
  await expect(page.locator('[name="partners.0.who"]')).toHaveValue("Medway Lantern");
  await page.locator('[name="partners.0.share"]').fill("40");
  await page.getByRole("button", { name: "Sign, and ask the partners" }).click();
  await seen(name);
  const consortium = new URL(page.url()).pathname;
  await expect(page.getByText("Being formed", { exact: true })).toBeVisible();

  await be("Gloria Nwosu");
  await page.goto(consortium);
  await page.getByRole("link", { name: "Agree to your share" }).click();
  await seen(/^Agree to your share/);
  await page.getByLabel("I may sign for my organisation, and we agree to our share").check();
  await page.getByRole("button", { name: "Agree to your share" }).click();
  await seen(name);
  await expect(page.getByText("Formed", { exact: true }).first()).toBeVisible();
  await expect(page.getByRole("table", { name: "Its membership of each part" })).toContainText("Accommodation");

  await page.goto(`/register?show=organisations&q=${encodeURIComponent(name)}`);
  await page.getByRole("list", { name: "Organisations on the register" }).getByRole("link", { name }).click();
  await seen(name);
  await expect(page.getByRole("table", { name: "Partners and their shares" })).toContainText("60%");
});

import { countEffort } from "./support/effort";
import { expect, test } from "./support/test";
import { fillDay, press } from "./support/walk";

test("a purchase from the rate card is found, written and proposed in under five minutes", async ({
  page,
  seen,
  be,
}) => {
  test.setTimeout(180_000);
  await be("Grace Adeyemi");
  // She knows whom she looks for, and reads that one of the list.
  const effort = await countEffort(page, { "/find": '[aria-label="Services found"] > li' });
  await page.goto("/find?words=Harbour+Steps&place=police-kent");
  await seen("Find services");
  await page.getByRole("list", { name: "Services found" }).getByRole("heading").first().getByRole("link").click();
  await page.getByRole("link", { name: "Buy from the rate card" }).click();
  await seen("Start a purchase");
  await page.getByLabel("What do you call this purchase?").fill("Rooms for the first month");
  await page.getByLabel("What is needed?").fill("Six people leave prison here each month with nowhere to go.");
  await page.locator('input[name="instrument"][value="contract"]').check();
  await page.locator('[name="placeCode"]').selectOption("police-kent");
  await fillDay(page, "startsOn", 14);
  await fillDay(page, "endsOn", 200);
  await press(page, "Save and continue");
  await seen("How much do you need?");
  await page.locator('[name="lines.0.volume"]').fill("10");
  await press(page, "Save and continue");
  await seen("Who pays?");
  await press(page, "Save and continue");
  await seen("Check before you propose");
  await page.getByLabel("No, I have none").check();
  const { said, minutes } = await effort.soFar();
  test.info().annotations.push({ type: "effort", description: said });
  expect(minutes, said).toBeLessThan(5);
  await press(page, "Propose this purchase");
  await seen("Rooms for the first month");
});

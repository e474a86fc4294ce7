import { fundAndPublish, writeDraft } from "./support/call-off";
import {
  approveAll,
  conclude,
  moderateAndLock,
  openBoth,
  proposeAward,
  scoreAll,
  signBoth,
  tellAndNotice,
} from "./support/decide";
import { sentTo, writeFromTheList } from "./support/endings";
import { writeTender } from "./support/tender";
import { expect, test } from "./support/test";
import { closeNow, standstillOver } from "./support/time";

test.use({ javaScriptEnabled: false });

const title = "Grants for a kitchen table where families talk";
const says = "Families cook together every Saturday, and somebody who has been inside sits at each table.";

test("two charities apply for a grant, one learns why it lost, and the other signs", async ({ page, be }) => {
  test.setTimeout(360_000);
  // Axe looks at the same pages in another journey, so here a page is only there.
  const seen = (heading: string | RegExp) =>
    expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
  const walk = { page, be, seen };

  const callOff = await test.step("the round is written, funded and open to every charity", async () => {
    const address = await writeDraft(walk, {
      ...{ title, instrument: "grant", outcome: "family-and-significant-others.family-helps", route: "grantRound" },
      lots: [
        {
          ...{ title: "Kent", category: "family-and-significant-others", places: ["pdu-east-kent"] },
          ...{ unit: "session", pounds: 36_000, monthly: 50 },
        },
      ],
    });
    await fundAndPublish(walk, address, ["Owen Pryce"]);
    return address;
  });

  const [glorias, ruths] = await test.step("two charities apply", async () => [
    await writeFromTheList(walk, { title, says, pounds: 44 }, "Gloria Nwosu"),
    await writeTender(walk, { title, asks: { 1: 40 } }, "Ruth Penhale"),
  ]);

  await test.step("it is scored apart, agreed, awarded and told", async () => {
    await closeNow(callOff);
    await openBoth(walk, callOff);
    const mark = (tender: string) => (tender.includes(ruths) ? 5 : 3);
    await scoreAll(walk, callOff, { "Priya Raman": mark, "Joss Tanner": mark });
    await moderateAndLock(walk, callOff, mark);
    await proposeAward(walk, callOff);
    await approveAll(walk, callOff, ["Owen Pryce"]);
    await tellAndNotice(walk, callOff);
  });

  await test.step("the charity that lost reads its scores beside the winner's, and nothing else of anybody", async () => {
    await be("Gloria Nwosu");
    await page.goto(glorias);
    await page.getByRole("link", { name: "Your assessment summary" }).click();
    await seen("Your assessment summary");
    await expect(page.getByText("You did not win this lot")).toBeVisible();
    const row = page.getByRole("row", { name: /^How you would do it/ });
    await expect(row).toContainText("3 of 5: 36 points");
    await expect(row).toContainText("5 of 5: 60 points");
    await expect(page.getByText("Harbour Steps Trust").first()).toBeVisible();
    const own = await sentTo(walk, page.url());
    for (const others of ["Priya Raman", "Joss Tanner", "It says what happens", "We meet people at the gate"])
      expect(own.text).not.toContain(others);
  });

  await test.step("the one that won reads nothing of the one that lost", async () => {
    await be("Ruth Penhale");
    expect((await sentTo(walk, `${glorias}/summary`)).status).toBe(404);
    await page.goto("/tenders");
    await page.getByRole("link", { name: title }).first().click();
    await page.getByRole("link", { name: "Your assessment summary" }).click();
    await expect(page.getByText("You won this lot")).toBeVisible();
    const own = await sentTo(walk, page.url());
    for (const others of ["Medway Lantern", says]) expect(own.text).not.toContain(others);
  });

  await test.step("it ends in a grant that both sign, without VAT, for everyone to see", async () => {
    await standstillOver(callOff);
    const [agreement = "", ...more] = await conclude(walk, callOff);
    expect(more).toEqual([]);
    await signBoth(walk, agreement, ["Owen Pryce", "Ruth Penhale"]);
    await page.goto(agreement);
    await expect(page.getByText(/^Grant TG-/)).toBeVisible();
    await expect(page.getByText("It buys no services for the authority.")).toBeVisible();
    await expect(page.getByText(/No VAT is due on it\./)).toBeVisible();
    await page.context().clearCookies();
    await page.goto("/awards");
    await page
      .getByRole("link", { name: new RegExp(title) })
      .first()
      .click();
    await seen(new RegExp(title));
    await expect(page.getByText(/^Grant TG-/)).toBeVisible();
    await expect(page.getByText("no VAT is due", { exact: true })).toBeVisible();
    await expect(page.getByText("2 tenders came for this lot.")).toBeVisible();
  });
});

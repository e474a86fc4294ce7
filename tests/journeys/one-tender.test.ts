import { fundAndPublish, writeDraft } from "./support/call-off";
import { approveAll, moderateAndLock, openBoth, scoreAll, tellAndNotice } from "./support/decide";
import { refusedFor, sentTo } from "./support/endings";
import { writeTender } from "./support/tender";
import { expect, test } from "./support/test";
import { closeNow } from "./support/time";
import { press } from "./support/walk";

test.use({ javaScriptEnabled: false });

const title = "Somebody to walk with to the first appointment";

test("one tender comes, and nobody takes it without saying what else was considered", async ({ page, be }) => {
  test.setTimeout(300_000);
  // Axe looks at the same pages in another journey, so here a page is only there.
  const seen = (heading: string | RegExp) =>
    expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
  const walk = { page, be, seen };

  const callOff = await test.step("a competition below the threshold brings one tender", async () => {
    const address = await writeDraft(walk, {
      ...{ title, instrument: "contract", outcome: "social-inclusion.early-contact", route: "belowThreshold" },
      lots: [
        {
          ...{ title: "East Kent", category: "social-inclusion", places: ["pdu-east-kent"] },
          ...{ unit: "hour", pounds: 48_000, monthly: 100 },
        },
      ],
    });
    await fundAndPublish(walk, address, ["Owen Pryce"]);
    await writeTender(walk, { title, asks: { 1: 29 } }, "Ruth Penhale");
    await closeNow(address);
    await openBoth(walk, address);
    await scoreAll(walk, address, { "Priya Raman": () => 4, "Joss Tanner": () => 4 });
    await moderateAndLock(walk, address, () => 4);
    return address;
  });

  await test.step("it cannot be proposed before the lack of choice is answered for", async () => {
    await be("Grace Adeyemi");
    await page.goto(`${callOff}/award`);
    await seen("Propose the award");
    await expect(page.getByText("One tender came for lot 1")).toBeVisible();
    for (const instead of [
      "Run it again with more time",
      "Divide it into other lots, or widen the area",
      "Talk to the market or to the one that tendered",
      "Give a grant instead",
    ])
      await expect(page.getByLabel(instead)).not.toBeChecked();
    const reason = page.getByLabel("Why do you decide this about lot 1?");
    await reason.fill("It meets people on the first day, and knows the buses.");
    await refusedFor(walk, "Propose the award", [
      "Choose what you considered instead",
      "Say why you decide this although there is no choice of tenders",
    ]);
    await expect(reason).toHaveValue("It meets people on the first day, and knows the buses.");
  });

  await test.step("with the reason it is proposed, and only somebody else approves it", async () => {
    await page.getByLabel("Run it again with more time").check();
    await page.getByLabel("Give a grant instead").check();
    await page
      .getByLabel("Why do you decide this, although there is no choice?")
      .fill("Three others told us that they have no workers before spring. People are released every week.");
    await press(page, "Propose the award");
    await page.goto(`${callOff}/award`);
    await expect(page.getByText(/^Considered instead: running it again with more time and a grant\./)).toBeVisible();
    expect((await sentTo(walk, `${callOff}/approve`)).status).toBe(404);
    await page.goto(callOff);
    await expect(page.getByRole("link", { name: "Approve or refuse the award" })).toHaveCount(0);
    await be("Owen Pryce");
    await page.goto(`${callOff}/approve`);
    await seen(/^Approve £/);
    await expect(page.getByText(/no workers before spring/)).toBeVisible();
    await approveAll(walk, callOff, ["Owen Pryce"]);
  });

  await test.step("the public reads in the notice that there was one tender, and why it was taken", async () => {
    await tellAndNotice(walk, callOff);
    await page.context().clearCookies();
    await page.goto("/notices");
    await page.getByRole("link", { name: `Award notice: ${title}` }).click();
    await expect(page.getByText(/no workers before spring/)).toBeVisible();
  });
});

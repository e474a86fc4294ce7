import { fundAndPublish, writeDraft } from "./support/call-off";
import { signatoryOf } from "./support/database";
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
import { followLink } from "./support/mailbox";
import { writeTender } from "./support/tender";
import { expect, test } from "./support/test";
import { closeNow, standstillOver } from "./support/time";

const title = "Homes for people who leave prison in the south east";
const approvers = ["Owen Pryce", "Dev Anand"];
const lot = (name: string, place: string) => ({
  ...{ title: name, category: "accommodation", places: [place], unit: "week", pounds: 230_000, monthly: 90 },
});

test("three lots and two funders, from an empty need to a signed contract", async ({ page, seen, be }) => {
  test.setTimeout(480_000);
  const walk = {
    page,
    seen,
    // Gwen is not among the demo's people, so she comes in as everybody does: by a link in a mail.
    be: async (name: string) => (name === "Gwen" ? byMail("Tidewater Housing Friends") : be(name)),
  };
  const byMail = async (organisation: string) => {
    const email = await signatoryOf(organisation);
    await page.context().clearCookies();
    await page.goto("/sign-in");
    await page.getByLabel("Your email address").fill(email);
    await page.getByRole("button", { name: "Send me a link" }).click();
    await followLink(page, email);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  };

  const callOff = await test.step("the need is written, and two bodies agree to pay", async () => {
    const lots = [lot("East Kent", "pdu-east-kent"), lot("West Kent", "pdu-west-kent"), lot("Sussex", "police-sussex")];
    const address = await writeDraft(walk, {
      ...{ title, instrument: "contract", outcome: "accommodation.settled-home", lots, route: "marketCompetition" },
      funder: { name: "Garden County Police and Crime Fund", percent: "33.33" },
    });
    await fundAndPublish(walk, address, approvers);
    return address;
  });

  const [ruths, glorias] = await test.step("three charities tender for different lots", async () => [
    await writeTender(walk, { title, asks: { 1: 172, 2: 174 } }, "Ruth Penhale"),
    await writeTender(
      walk,
      { title, asks: { 2: 166, 3: 168 }, partner: { name: "Harbour Steps Trust", by: "Ruth Penhale" } },
      "Gloria Nwosu",
    ),
    await writeTender(walk, { title, asks: { 1: 165, 3: 171 } }, "Gwen"),
  ]);

  await test.step("two officers open, two evaluators score apart, a moderator agrees", async () => {
    await closeNow(callOff);
    await openBoth(walk, callOff);
    await scoreAll(walk, callOff, {
      "Priya Raman": (tender) => (tender === ruths ? 5 : 3),
      "Joss Tanner": (tender) => (tender === ruths ? 3 : 3),
    });
    await moderateAndLock(walk, callOff, (tender) => (tender === ruths ? 5 : tender === glorias ? 4 : 3));
  });

  await test.step("the award is proposed, approved, told and noticed", async () => {
    await proposeAward(walk, callOff);
    await approveAll(walk, callOff, approvers);
    await tellAndNotice(walk, callOff);
    await page.goto(`${callOff}/standstill`);
    await seen("Standstill");
    await expect(page.getByText(/Nothing is signed before/)).toBeVisible();
  });

  await test.step("it is concluded, signed by both sides, and public", async () => {
    await standstillOver(callOff);
    const [agreement = "", ...others] = await conclude(walk, callOff);
    expect(others).toHaveLength(2);
    await signBoth(walk, agreement, ["Owen Pryce", "Ruth Penhale"]);
    await seen(new RegExp(title));
    await page.context().clearCookies();
    await page.goto("/awards");
    await page
      .getByRole("link", { name: new RegExp(title) })
      .first()
      .click();
    await seen(new RegExp(title));
    await expect(page.getByText("Harbour Steps Trust").first()).toBeVisible();
  });
});

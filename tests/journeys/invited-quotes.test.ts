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
import { writeTender } from "./support/tender";
import { expect, test } from "./support/test";
import { closeNow, standstillOver } from "./support/time";

test.use({ javaScriptEnabled: false });

const title = "A room for the first night in Medway";

test("quotes come from two who were invited, and the better one is signed, with JavaScript off", async ({
  page,
  seen,
  be,
}) => {
  test.setTimeout(300_000);
  // Axe looks at the same pages in another journey, so here a page is only there.
  const there = (heading: string | RegExp) =>
    expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
  const walk = { page, be, seen: there };
  const callOff = await writeDraft(walk, {
    ...{ title, instrument: "contract", outcome: "accommodation.settled-home", route: "quotes" },
    lots: [
      {
        ...{ title: "Medway", category: "accommodation", places: ["pdu-west-kent"] },
        unit: "placeNight",
        pounds: 24_000,
        monthly: 30,
      },
    ],
  });
  await page.goto(`${callOff}/invitations`);
  await seen("Who is invited");
  await fundAndPublish(walk, callOff, ["Owen Pryce"]);

  const ruths = await writeTender(walk, { title, asks: { 1: 55 } }, "Ruth Penhale");
  await writeTender(walk, { title, asks: { 1: 52 } }, "Gloria Nwosu");
  await closeNow(callOff);
  await openBoth(walk, callOff);
  const mark = (tender: string) => (tender === ruths ? 5 : 3);
  await scoreAll(walk, callOff, { "Priya Raman": mark, "Joss Tanner": mark });
  await moderateAndLock(walk, callOff, mark);
  await proposeAward(walk, callOff);
  await approveAll(walk, callOff, ["Owen Pryce"]);
  await tellAndNotice(walk, callOff);
  await standstillOver(callOff);
  const [agreement = "", ...others] = await conclude(walk, callOff);
  expect(others).toEqual([]);
  await signBoth(walk, agreement, ["Owen Pryce", "Ruth Penhale"]);
  await expect(page.getByText("Both sides have signed.").first()).toBeVisible();
});

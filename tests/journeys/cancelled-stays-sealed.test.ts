import { fundAndPublish, writeDraft } from "./support/call-off";
import { inDatabase } from "./support/database";
import { addressesIn, refusedFor, sentTo, writeFromTheList } from "./support/endings";
import { writeTender } from "./support/tender";
import { expect, test } from "./support/test";
import { closeNow } from "./support/time";
import { declareNone, press } from "./support/walk";

test.use({ javaScriptEnabled: false });

const title = "A van with hot food outside the court";
const says = "Quillfeather the heron counts four thousand lanterns before the tide, in this tender and nowhere else.";
const canary = "Quillfeather";
const reason = "The court moves to another town in spring, so the need is elsewhere now.";

test("a call-off is cancelled after its close, and what was tendered stays sealed for ever", async ({
  page,
  seen,
  be,
}) => {
  test.setTimeout(360_000);
  // The way there is looked at closely in other journeys.
  const there = (heading: string | RegExp) =>
    expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
  const walk = { page, be, seen: there };

  const callOff = await test.step("a competition is open", async () => {
    const address = await writeDraft(walk, {
      ...{ title, instrument: "contract", outcome: "lifestyle-and-associates.positive", route: "belowThreshold" },
      lots: [
        {
          ...{ title: "Kent", category: "lifestyle-and-associates", places: ["pdu-east-kent"] },
          ...{ unit: "session", pounds: 41_000, monthly: 60 },
        },
      ],
    });
    await fundAndPublish(walk, address, ["Owen Pryce"]);
    return address;
  });
  const tender = await writeFromTheList(walk, { title, says, pounds: 37 }, "Ruth Penhale");
  await writeTender(walk, { title, asks: { 1: 39 } }, "Gloria Nwosu");
  const { reference } = await rowOf(callOff);

  await test.step("it closes, and the first of two officers has pressed", async () => {
    await closeNow(callOff);
    await be("Grace Adeyemi");
    await page.goto(`${callOff}/opening`);
    const take = page.getByRole("button", { name: "Take part in opening" });
    await declareNone(page, take);
    await take.click();
    await page.waitForURL(/done=first/);
    expect(await keysOf(callOff)).toEqual({ quality: true, price: true, destroyed: false });
  });

  await test.step("the commissioner cancels it, knowing what cannot be undone", async () => {
    await page.goto(callOff);
    await page.getByRole("link", { name: "Cancel this call-off" }).click();
    await seen("Cancel this call-off?");
    for (const said of [
      "The keys of the tenders are destroyed. Nobody will ever read them.",
      "It cannot be opened again. You can start another call-off.",
      "Tenders that were sent stay sealed for ever.",
    ])
      await expect(page.getByText(said)).toBeVisible();
    await refusedFor(walk, "Cancel this call-off", ["Enter the reason"]);
    await page.getByLabel("Why is it cancelled?").fill(reason);
    await press(page, "Cancel this call-off");
    await expect(page.getByText("Everyone has been told why.")).toBeVisible();
    expect(await keysOf(callOff)).toEqual({ quality: false, price: false, destroyed: true });
    await page.goto(`${callOff}/opening`);
    await there("Opening the tenders");
    await expect(page.getByRole("button", { name: /^(Take part in opening|Open the tenders)$/ })).toHaveCount(0);
  });

  await test.step("nobody at the authority, and no auditor, reads a word of it on any page", async () => {
    const officers = ["Grace Adeyemi", "Winnie Etherington", "Owen Pryce", "Priya Raman", "Joss Tanner", "Iris Bell"];
    for (const name of officers) {
      await be(name);
      const sections = closedSections.map((section) => `${callOff}/${section}`);
      const addresses = [
        callOff,
        tender,
        `${tender}/receipt`,
        `${tender}/json`,
        `/opportunities/${reference}`,
        ...sections,
      ];
      const hub = await sentTo(walk, callOff);
      expect(hub.text).toContain(reason);
      for (const address of new Set([...addresses, ...addressesIn(hub.text, callOff)]))
        await saysNothing(address, name);
    }
  });

  await test.step("nor does the public, which reads why it ended", async () => {
    await page.context().clearCookies();
    await page.goto(`/opportunities/${reference}`);
    await seen(title);
    await expect(page.getByText(reason).first()).toBeVisible();
    await saysNothing(`/opportunities/${reference}`, "the public");
    const { text } = await sentTo(walk, "/notices");
    const notices = await noticesOf(callOff);
    expect(notices).not.toHaveLength(0);
    for (const notice of notices) {
      expect(text).toContain(`/notices/${notice}`);
      await saysNothing(`/notices/${notice}`, "the public");
    }
  });

  await test.step("the charity keeps its receipt and is told why", async () => {
    await be("Ruth Penhale");
    await page.goto("/notifications");
    await expect(page.getByText("none can be read any more").first()).toContainText(reason);
    await page.goto(tender);
    await seen(title);
    await expect(page.getByText("Nobody can read this tender any more")).toBeVisible();
    await saysNothing(tender, "its own charity");
    await page.getByRole("link", { name: "Your receipts" }).click();
    await seen("Receipt");
    await expect(page.getByText(/^[0-9a-f]{64}$/).first()).toBeVisible();
  });

  async function saysNothing(address: string, who: string) {
    const { status, text } = await sentTo(walk, address);
    expect(status, `${address} for ${who}`).toBeLessThan(500);
    expect(text, `${address} for ${who}`).not.toContain(canary);
  }
});

/** Where a tender would be read, scored or told of, whether or not a page still links there. */
const closedSections = [
  ...[
    "opening",
    "evaluators",
    "evaluators/start",
    "scores",
    "scores/finish",
    "moderation",
    "moderation/lock",
    "ranking",
  ],
  ...[
    "award",
    "approve",
    "summaries",
    "notice",
    "standstill",
    "challenges",
    "conclude",
    "invitations",
    "clarifications",
  ],
];

const idOf = (callOff: string) => callOff.split("/").at(-1) ?? "";

async function rowOf(callOff: string) {
  const [row] = await inDatabase(`select "reference" from "CallOff" where "id" = $1::uuid`, [idOf(callOff)]);
  return { reference: row?.reference ?? "" };
}

async function keysOf(callOff: string) {
  const [row] = await inDatabase(
    `select "quality" is not null as "quality", "price" is not null as "price", "destroyedAt" is not null as "destroyed"
     from "CallOffKey" where "callOffId" = $1::uuid`,
    [idOf(callOff)],
  );
  return row;
}

async function noticesOf(callOff: string) {
  const rows = await inDatabase(`select "reference" from "Notice" where "callOffId" = $1::uuid`, [idOf(callOff)]);
  return rows.map(({ reference }) => reference ?? "");
}

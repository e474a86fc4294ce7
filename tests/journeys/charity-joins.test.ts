import type { Page } from "@playwright/test";
import { countEffort } from "./support/effort";
import { followLink } from "./support/mailbox";
import { expect, test } from "./support/test";

test("a charity worker checks, signs in by e-mail, describes a service and sends an application", async ({
  page,
  seen,
  own,
}) => {
  test.setTimeout(240_000);
  const [email, number] = own([
    ["joining.desk@newstart.example", "9911111"],
    ["joining.phone@newstart.example", "9922222"],
  ] as const);
  const name = own(["Lantern Yard Friends", "Copper Lane Friends"]);
  const effort = await countEffort(page);

  await page.goto("/");
  await seen(/./);
  await page.goto("/join");
  await seen("Join the register");
  await page.getByRole("link", { name: "Check that you can join" }).click();
  await seen("Check that you can join");
  for (const [question, answer] of [
    ["helps", "yes"],
    ["place", "yes"],
    ["formed", "yes"],
    ["safe", "yes"],
    ["grounds", "no"],
  ])
    await page.locator(`input[name="${question}"][value="${answer}"]`).check();
  await page.getByRole("button", { name: "Check" }).click();
  await expect(page.getByText("You can probably join")).toBeVisible();
  await page.getByRole("link", { name: "See every question first" }).click();
  await seen("Every question");
  await page.getByRole("link", { name: "Start your application" }).click();

  await seen("Sign in");
  await page.getByLabel("Your email address").fill(email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await seen("Check your email");
  await followLink(page, email);
  await seen("Sign in to Throughcare");
  await page.getByRole("button", { name: "Sign in" }).click();

  await seen("What is your name?");
  await page.getByLabel("Full name").fill("Rowan Ellery");
  await page.getByRole("button", { name: "Save" }).click();

  await seen("What is your charity or company number?");
  await page.getByLabel("Number").fill(number);
  await page.getByRole("button", { name: "Look it up" }).click();
  await seen("What kind of organisation are you?");
  await page.locator('input[name="type"][value="cio"]').check();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByLabel("Name", { exact: false }).first().fill(name);
  await page.locator('[name="numbers.GB-CHC"]').fill(number);
  await page.getByLabel("Address", { exact: false }).last().fill("1 Lantern Yard, Maidstone");
  await seen(/organisation/i);
  await page.locator("main form").getByRole("button").first().click();

  await seen("Join the register");
  await page.getByRole("button", { name: "Start your application" }).click();
  await seen("Your application");
  await page.getByRole("link", { name: "Parts that you want to join" }).click();
  await seen("Parts that you want to join");
  await page.getByLabel(/Social inclusion/).check();
  await page.getByRole("button", { name: "Save and continue" }).click();
  await page.waitForURL((url) => url.pathname !== "/apply/parts");

  await page.goto("/apply/profile");
  await seen("Your organisation");
  await page.getByRole("button", { name: "Save and continue" }).click();
  await expect(page).toHaveTitle(/^Error: /);
  await page.getByLabel("Income in a year").fill("120,000");
  await page.getByLabel("Year that it is for").fill("2025");
  await page.getByLabel("Paid staff").fill("3.5");
  await page.locator('input[name="vcse"][value="yes"]').check();
  await page.locator('input[name="ledByLivedExperience"][value="yes"]').check();
  await page
    .getByLabel("What does your organisation do?")
    .fill("We meet people at the gate and stay with them for six months.");
  await page.getByLabel("Where do the people you work for live?").fill("Maidstone and the towns around it");
  await page.getByLabel("Email address for buyers").fill("hello@newstart.example");
  await page.getByRole("button", { name: "Save and continue" }).click();
  await page.waitForURL((url) => url.pathname !== "/apply/profile");

  await describeService(page, seen);
  await answerConditions(page, seen);

  await page.goto("/apply/check");
  await seen("Check your answers");
  await page.getByLabel(/I have the authority to send this/).check();
  await page.getByRole("button", { name: "Send the application" }).click();
  await expect(page).toHaveURL(/\/apply\/sent/);
  await seen(/sent/i);
  await expect(page.getByText(/TA-\d{4}-\d{6}/).first()).toBeVisible();
  const { said, minutes } = await effort.soFar();
  test.info().annotations.push({ type: "effort", description: said });
  expect(minutes, said).toBeLessThanOrEqual(45);
});

async function describeService(page: Page, seen: (heading: string | RegExp) => Promise<void>) {
  const next = async () => {
    const here = page.url();
    await page
      .locator("main form")
      .getByRole("button", { name: /^(Save|Update)/ })
      .first()
      .click();
    await page.waitForURL((url) => url.href !== here);
  };
  await page.goto("/services/new");
  await seen(/service/i);
  await page.getByLabel(/Social inclusion/).check();
  await page.getByLabel("Name of the service").fill("At the gate");
  await page.locator("main form").getByRole("button").first().click();
  await page.waitForURL(/\/services\/[0-9a-f-]{36}/);
  const service = page.url().match(/\/services\/[0-9a-f-]{36}/)?.[0] ?? "";

  await page.goto(`${service}/description`);
  await page.getByLabel("One or two sentences about it").fill("A mentor from the gate to a settled life.");
  await page
    .getByLabel("What happens?")
    .fill("We meet at the gate, spend the first day together and then meet weekly.");
  await page.locator('input[name="outcomeCodes"]').first().check();
  await seen(/./);
  await next();
  await page.goto(`${service}/who`);
  await page.locator('input[name="sex"][value="anyone"]').check();
  await seen(/./);
  await next();
  await page.goto(`${service}/places`);
  await page.locator('[name="list"]').fill("Maidstone\nEast Kent");
  await seen(/./);
  await next();
  await page.goto(`${service}/delivery`);
  await page.locator('input[name="settings"]').first().check();
  await page.locator('input[name="method"]').first().check();
  await page.locator('input[name="deliveredBy"]').first().check();
  await page.locator('input[name="languages"][value="en"]').check();
  await seen(/./);
  await next();
  await page.goto(`${service}/prices`);
  await page.locator('[name="lines.0.what"]').fill("One person for six months");
  await page.locator('[name="lines.0.unit"]').selectOption("referral");
  await page.locator('[name="lines.0.price"]').fill("640.00");
  await seen(/./);
  await next();
  await page.goto(`${service}/capacity`);
  await page.locator('[name="places"]').fill("12");
  await page.locator('[name="openPlaces"]').fill("4");
  await page.locator('[name="waitDays"]').fill("3");
  await seen(/./);
  await next();
  await page.goto(`${service}/preview`);
  await seen("At the gate");
}

async function answerConditions(page: Page, seen: (heading: string | RegExp) => Promise<void>) {
  await page.goto("/apply/conditions");
  await seen(/condition/i);
  const numbers = await page
    .locator('main a[href^="/apply/conditions/"]')
    .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute("href") ?? ""))]);
  expect(numbers.length).toBeGreaterThan(5);
  for (const [at, address] of numbers.entries()) {
    await page.goto(address);
    if (at === 0) await seen(/./);
    await page.locator('input[name="met"][value="yes"]').check();
    const text = page.locator('textarea[name="text"]');
    // A promise needs no words; evidence and questions do.
    if (!/optional/i.test((await page.locator("[data-field]", { has: text }).textContent()) ?? ""))
      await text.fill("Our operations manager leads, and everyone is trained each year.");
    await page.getByRole("button", { name: "Save and continue" }).click();
    await page.waitForURL((url) => url.pathname !== address);
  }
  await page.goto("/apply/grounds");
  await seen("Exclusion grounds");
  await page.locator('input[name="any"][value="no"]').check();
  await page.getByRole("button", { name: "Save and continue" }).click();
  await page.waitForURL((url) => url.pathname !== "/apply/grounds");
}

import { expect, test } from "./support/test";

test.use({ javaScriptEnabled: false });
// It is used on a phone, beside the person; a desk would walk the same pages again.
test.skip(({ isMobile }) => !isMobile, "One width is enough.");

test("a practitioner finds a service with space for someone, in three questions, without a script", async ({
  page,
  seen,
  be,
}) => {
  await be("Femi Lawal");
  await page.goto("/home");
  await page.getByRole("link", { name: "Find a service for someone" }).first().click();
  await seen("Where do they need help?");
  await expect(page.getByText("We do not ask for a name")).toBeVisible();
  await page.getByLabel("Council, police area, region or postcode").fill("Nowhere at all");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("We do not know “Nowhere at all”.")).toBeVisible();
  await page.getByLabel("Council, police area, region or postcode").fill("Kent (police area)");
  await page.getByRole("button", { name: "Continue" }).click();

  await seen("What do they need help with?");
  await page.getByRole("checkbox", { name: /^A place to live/ }).check();
  await page.getByRole("button", { name: "Continue" }).click();

  await seen("Who is it for?");
  await page.getByRole("radio", { name: "A man" }).check();
  await page.getByLabel("How old are they?").fill("34");
  await page.getByRole("button", { name: "Show services with space" }).click();

  await seen("Services with space now");
  const first = page.getByRole("list", { name: "Services with space now" }).getByRole("listitem").first();
  await expect(first.getByText(/places? open/)).toBeVisible();
  await expect(first.getByText(/^Could start/)).toBeVisible();
  await expect(first.getByText("Ask your commissioner how to refer.", { exact: false })).toBeVisible();
  await expect(page.getByText(/£/)).toHaveCount(0);

  // Too much is asked: the page says what to leave out, and how many that would give.
  await page.goto("/finder/services?place=police-kent&need=accommodation&age=11&access=childcare");
  await seen("No service with space fits all of this");
  await page
    .getByRole("link", { name: /^(Leave out|Look)/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

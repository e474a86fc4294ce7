import { followLink } from "./support/mailbox";
import { expect, test } from "./support/test";

const pdf = (name: string) => ({
  name: `${name}.pdf`,
  mimeType: "application/pdf",
  buffer: Buffer.from(`%PDF-1.4\n% ${name} ${Date.now()}\n%%EOF\n`),
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a charity adds a file to an answer, renews what ran out, and is a member again", async ({
    page,
    seen,
    own,
  }) => {
    test.setTimeout(240_000);
    const [email, charity, part] = own([
      ["kezia-elwood@llusern-gwent.example", "Llusern Gwent", "Dependency and recovery"],
      ["lewis-jessop@eryri-camau.example", "Eryri Camau", "Emotional wellbeing"],
    ] as const);

    await page.goto("/sign-in");
    await page.getByLabel("Your email address").fill(email);
    await page.getByRole("button", { name: "Send me a link" }).click();
    await followLink(page, email);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL(/\/home/);
    await expect(page.getByRole("link", { name: `Lapsed: ${part}` })).toBeVisible();

    await expect(page.getByRole("link", { name: "Out of date: Money to run on" })).toBeVisible();

    // An answer that names its evidence gets a file to show it.
    await page.goto("/apply/conditions/5");
    await seen("Looking after personal information");
    await page.getByRole("button", { name: /Save and add (a|another) file/ }).click();
    await seen("Add a file");
    await page.getByLabel("What is it?").fill("Data protection policy");
    await page.locator('input[name="readers"][value="buyers"]').check();
    await page
      .getByLabel("The file")
      .setInputFiles({ ...pdf("policy"), buffer: Buffer.from("<html>not a PDF</html>") });
    await page.getByRole("button", { name: "Add the file" }).click();
    await expect(page.getByRole("link", { name: /not what its name says/ })).toBeVisible();
    await expect(page.getByLabel("What is it?")).toHaveValue("Data protection policy");
    await seen("Add a file");
    await page.getByLabel("The file").setInputFiles(pdf("policy"));
    await page.getByRole("button", { name: "Add the file" }).click();
    await seen("Looking after personal information");
    await expect(page.getByRole("checkbox", { name: /Data protection policy/ })).toBeChecked();
    await page.getByRole("button", { name: "Save and go to the list" }).click();
    await seen("Conditions");

    // The accounts ran out, and the days of grace are over.
    await page.goto("/evidence");
    await seen("Your files");
    await expect(page.getByText("Has run out")).toBeVisible();
    await page.getByRole("link", { name: `Accounts of ${charity}` }).click();
    await seen(`Accounts of ${charity}`);
    await page.getByRole("link", { name: "Add a newer version" }).click();
    await seen("Add a newer version");
    await page.getByLabel("What is it?").fill(`New accounts of ${charity}`);
    const year = String(new Date().getUTCFullYear() + 1);
    for (const [label, value] of [
      ["Day", "31"],
      ["Month", "12"],
      ["Year", year],
    ] as const)
      await page.getByLabel(label, { exact: true }).fill(value);
    await page.getByLabel("The file").setInputFiles(pdf("accounts"));
    await page.getByRole("button", { name: "Add the file" }).click();
    await seen(`New accounts of ${charity}`);
    await expect(page.getByRole("listitem").filter({ hasText: "Money to run on" })).toBeVisible();

    // The membership is back in the same moment.
    await page.goto("/notifications");
    await expect(page.getByText(`Renewed: ${part}`).first()).toBeVisible();
    await page.goto("/home");
    await expect(page.getByRole("link", { name: `Lapsed: ${part}` })).toHaveCount(0);
  });
});

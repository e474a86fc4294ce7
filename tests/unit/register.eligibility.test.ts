import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { questionsByPage } from "@/lib/register/eligibility/questions";
import { eligibility, eligibilityQuestions, readAnswers } from "@/lib/register/eligibility/rules";
import { filesIn } from "@/tests/support/files";

const hoped = Object.fromEntries(eligibilityQuestions.map((question) => [question.name, question.hoped]));

test("nothing answered is nothing said", () => {
  expect(eligibility(readAnswers({}))).toEqual({ kind: "unasked" });
});

test("every hoped-for answer says that joining is likely", () => {
  expect(eligibility(readAnswers(hoped))).toEqual({ kind: "likely" });
});

test.each(eligibilityQuestions)("$name: another answer is something to think about, never a no", (question) => {
  const other = question.hoped === "yes" ? "no" : "yes";
  expect(eligibility(readAnswers({ ...hoped, [question.name]: other }))).toEqual({ kind: "think", about: [question] });
});

test("an answer that is neither yes nor no is no answer", () => {
  expect(eligibility(readAnswers({ ...hoped, helps: "perhaps" }))).toMatchObject({ kind: "unfinished" });
  expect(eligibility(readAnswers({ ...hoped, helps: ["yes", "no"] }))).toMatchObject({ kind: "unfinished" });
});

describe("the printable questions are those of the forms", () => {
  const forms = filesIn("components/register", /\.tsx$/)
    .concat(filesIn("app", /\(provider\).*\.tsx$/))
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");

  test.each(questionsByPage.flatMap(({ questions }) => questions))("%s", (question) => {
    expect(forms).toContain(`label="${question}"`);
  });
});

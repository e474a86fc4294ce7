/** A question of the eligibility check, asked of anyone, kept by nobody. */
export type EligibilityQuestion = { name: string; label: string; hint: string; hoped: "yes" | "no"; otherwise: string };

/** The five questions, with what to say when the answer is not the one hoped for. None of them refuses anyone: only a steward decides. */
export const eligibilityQuestions: EligibilityQuestion[] = [
  {
    name: "helps",
    label: "Do you help people on probation, or people leaving prison?",
    hint: "You may be doing it already, or be ready to start.",
    hoped: "yes",
    otherwise:
      "The register is for services that help people on probation or leaving prison. Another register may suit you better.",
  },
  {
    name: "place",
    label: "Do you work in England or Wales?",
    hint: "Anywhere from one town to the whole of both countries.",
    hoped: "yes",
    otherwise: "Buyers here act for places in England and Wales. You can join if you will work there.",
  },
  {
    name: "formed",
    label: "Is your organisation formed, with rules and people in charge?",
    hint: "A registered charity, a company, a community group with a constitution: all of these count.",
    hoped: "yes",
    otherwise: "Agree your rules and who is in charge first. A community group with a short constitution is enough.",
  },
  {
    name: "safe",
    label: "Do you have a safeguarding policy, or will you have one before you start work?",
    hint: "It may be short.",
    hoped: "yes",
    otherwise: "You need a safeguarding policy before you can be admitted. Write one first, then apply.",
  },
  {
    name: "grounds",
    label:
      "Has anyone in charge been convicted of a serious offence, or has the organisation had a serious finding against it?",
    hint: "For example fraud, bribery, modern slavery, unpaid tax or insolvency. Old and minor offences do not count.",
    hoped: "no",
    otherwise:
      "You can still apply. Tell us what happened and what you have put right. A steward will read it and decide.",
  },
];

export type EligibilityAnswers = Record<string, "yes" | "no" | undefined>;

/** Reads the answers from an address. Anything but yes or no counts as not answered. */
export function readAnswers(search: Record<string, string | string[] | undefined>): EligibilityAnswers {
  return Object.fromEntries(
    eligibilityQuestions.map(({ name }) => {
      const said = search[name];
      return [name, said === "yes" || said === "no" ? said : undefined];
    }),
  );
}

export type Verdict =
  | { kind: "unasked" }
  | { kind: "unfinished"; missing: EligibilityQuestion[] }
  | { kind: "likely" }
  | { kind: "think"; about: EligibilityQuestion[] };

/** What the answers suggest: likely to be able to join, or what to think about first. It never says no. */
export function eligibility(answers: EligibilityAnswers): Verdict {
  const missing = eligibilityQuestions.filter(({ name }) => !answers[name]);
  if (missing.length === eligibilityQuestions.length) return { kind: "unasked" };
  if (missing.length > 0) return { kind: "unfinished", missing };
  const about = eligibilityQuestions.filter(({ name, hoped }) => answers[name] !== hoped);
  return about.length > 0 ? { kind: "think", about } : { kind: "likely" };
}

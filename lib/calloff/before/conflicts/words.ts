/** What is written into the history, by event. */
export const conflictEventWords = {
  saveConflicts: "The assessment of conflicts was saved",
  declare: "Somebody declared their interests",
} as const;

/** What a command says when it cannot be done now. */
export const problems = {
  noAssessment: "Write the assessment of conflicts first.",
  noPart: "Only somebody with a part in this call-off declares their interests.",
};

export const answers = {
  none: { label: "I have no conflict of interest", hint: "Nothing that could affect how you act, or seem to." },
  conflict: {
    label: "I have, or may seem to have, a conflict of interest",
    hint: "A colleague acts in your place. What you write is kept on the file.",
  },
} as const;

/** What to think about, on the page where the assessment is written. */
export const prompts = [
  "Who decides, advises or scores? Include members, consultants and panel members with lived experience.",
  "Does any of them work, volunteer or hold office at an organisation that may tender? Do their family or close friends?",
  "Has a possible bidder helped to shape the need, or been paid to advise on it?",
  "What have you done so that nobody is favoured: who stands aside, and what is shared with everyone?",
] as const;

/** What a command says when a question or an answer cannot be taken. */
export const clarificationProblems = {
  late: "The time for questions is over.",
  answered: "This question has its answer. Publish an amendment if something must change.",
} as const;

/** What happened, in a history. Who asked is never said. */
export const clarificationEvents = {
  ask: "A question was asked",
  answer: "A question was answered, to everyone",
} as const;

export const clarificationWords = {
  hidden: "Nobody is told who asked, and the authority is not either. Do not name your organisation in the question.",
} as const;

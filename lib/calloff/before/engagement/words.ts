/** What is written into the history, by event. */
export const engagementEventWords = {
  openBoard: "A market engagement board was opened",
  post: "Somebody wrote on the market engagement board",
} as const;

/** What a command says when it cannot be done now. */
export const problems = {
  already: "The board is open already.",
  tooLate: "The competition has begun, so the board stays closed. Ask a clarification question instead.",
  notOpen: "This board is closed. Nothing can be added to it.",
};

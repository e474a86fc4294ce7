/** What is said at the top of a purchase once something was done, by the word in the address. */
export const doneWords: Readonly<Record<string, { title: string; text: string; tone: "good" | "wait" }>> = {
  proposed: {
    title: "Proposed",
    text: "The price is taken from your yearly limit. Each organisation that pays has been asked to approve its share.",
    tone: "good",
  },
  approved: { title: "Your share is approved", text: "The money is set aside in your budget.", tone: "good" },
  refused: {
    title: "Your share is refused",
    text: "The purchase has ended, and nothing is set aside for it.",
    tone: "good",
  },
  withdrawn: { title: "Withdrawn", text: "Nothing is set aside for it any more.", tone: "good" },
  conflict: {
    title: "Your conflict of interest is recorded",
    text: "A colleague must propose or approve this purchase instead of you.",
    tone: "wait",
  },
};

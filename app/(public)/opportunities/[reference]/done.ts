/** What is said at the top of an opportunity once something was done, by the word in the address. */
export const doneWords: Readonly<Record<string, { title: string; text: string }>> = {
  intends: {
    title: "Thank you for saying so",
    text: "The authority counts you without knowing who you are. You are told of every answer and change.",
  },
  declined: {
    title: "Thank you for saying so",
    text: "The authority sees the reason, not whose it is. You can change your mind until the close.",
  },
  asked: { title: "Your question is asked", text: "You are told when it is answered. Nobody sees that it was you." },
};

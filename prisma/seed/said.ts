/** What charities of the demo world say to the conditions, by the kind of answer that each asks for. */
const said: Record<string, string[]> = {
  question: [
    "Our designated lead is the operations manager. Staff tell the lead the same day, write down what they saw and heard, and the lead decides whether to call the council or the police. We review every concern as a team each month.",
    "The director leads. Everyone is trained before they meet anyone and again each year. A worried worker tells the lead at once, and at night calls the on-call manager.",
  ],
  evidence: [
    "Our constitution was last agreed at our general meeting. There are seven trustees, and they meet six times a year. The papers can be read by anyone who asks.",
    "We have a written policy, read by every new worker on the first day and looked at again by the trustees each spring.",
  ],
  declaration: ["Yes. The trustees confirmed this at their last meeting."],
};

export function answersTo({ number, kind }: { number: number; kind: string }): string {
  const list = said[kind] ?? said.declaration ?? [""];
  return list[number % list.length] ?? "";
}

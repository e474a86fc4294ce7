/** What charities of the demo world say to each condition of the register, by its number. A promise needs few words. */
const said: Record<number, string> = {
  1: "The trustees confirmed this at their last meeting.",
  2: "Our constitution was last agreed at our general meeting. There are seven trustees, and they meet six times a year. The papers can be read by anyone who asks.",
  3: "The director leads. Everyone is trained before they meet anyone and again each year. A worried worker tells the lead at once, and at night calls the on-call manager.",
  4: "Every role has its check on a list that the trustees agreed. A record is talked through before we decide.",
  5: "We are registered with the Information Commissioner. Every new worker reads our policy on the first day, and the trustees look at it again each spring.",
  6: "We have run support of this kind for six years, first with volunteers and then with a grant. Our manager led a larger service for four years before that.",
  7: "Our accounts for the last year show reserves of four months of costs. Grants that are already agreed pay for the next nine months.",
  8: "Our broker has given us a price for the cover, and it is in our rates.",
  9: "The trustees confirmed this at their last meeting. Everyone here is paid at least the real Living Wage.",
  10: "We ask everyone how it went at the start, in the middle and at the end. The trustees read what they say. Last year we opened on Saturdays because people asked.",
  11: "We can work from two other buildings, and our records are copied each night. A deputy knows every case and can lead from the same day.",
  12: "A manager looks at five cases of each worker every quarter, with a written list. What is wrong is put right within a month and checked again.",
  13: "Our reserves and an agreed overdraft would pay staff and suppliers for three months before the first payment.",
};

export function answersTo({ number }: { number: number }): string {
  return said[number] ?? "The trustees confirmed this at their last meeting.";
}

import { count, day } from "@/lib/core/values/format";

/** Every sentence about dates: what is wrong with one, what the law asks, what to think of again. */
export const timetableWords = {
  leastGrant: "A grant is no procurement, so the law sets no least time. Leave enough to write in.",
  leastDirect: "One supplier is chosen, so no time to tender is needed.",
  leastBelow: "Below the threshold the law sets no least time. It must still be reasonable.",
  leastLightTouch: "Light touch services have no least time. It must still be reasonable.",
  least: (days: number, market: boolean) =>
    market
      ? `Through a dynamic market tenders must have ${days} days or more, counted from the day after publication.`
      : `Tenders must have ${days} days or more, counted from the day after publication. It would be 30 or 35 if not all went by computer.`,
  past: "The day of publication has passed. Choose today or later",
  closeFirst: "Tenders must close after the day of publication",
  tooSoon: (days: number, first: string) =>
    `Tenders must have ${days} whole days. The first day on which they may close is ${day(first)}`,
  questionsFirst: "Questions must end on the day of publication or later",
  questionsLate: (by: string) => `Questions must end on ${day(by)} or earlier, so that answers go out in time`,
  decideFirst: "The decision must come on a day after the close",
  standstill: "A standstill is 8 to 30 working days, or 0 for none",
  notWorking: (on: string, next: string) => `${day(on)} is not a working day. The next one is ${day(next)}`,
  short: (days: number, enough: number) =>
    `There are ${count(days, "working day")} to write a tender. A small charity needs ${enough} or more: somebody there writes it beside their work.`,
  oddHour: (time: string) => `Tenders close at ${time}, when nobody may be there to help. Midday is kinder.`,
  littleReading: (days: number) =>
    `There are ${count(days, "working day")} to open, score and agree. Two evaluators need five or more.`,
  noStandstill:
    "Without a standstill nobody can challenge the award before it is signed. Eight working days are usual.",
  startsTooSoon: (starts: string, signed: string, ready: string) =>
    `The service starts on ${day(starts)}. It can be signed from ${day(signed)}, and be ready by ${day(ready)}.`,
};

/** What each date is called, and the line under it. */
export const deadlineWords = {
  publish: "Published",
  publishWhy: "The notice goes out and every match is invited. Time to tender is counted from the day after.",
  questions: "Questions end",
  questionsWhy: "Anyone may ask until then. Who asked stays hidden.",
  answers: "Last answers",
  answersWhy: "Every answer goes to everyone three working days or more before the close.",
  close: "Tenders close",
  opening: "Tenders are opened",
  openingWhy: "Two officers open them together. Nobody can read one before.",
  decision: "Decision",
  decisionWhy: (days: number) => `${count(days, "working day")} after the close to score, agree and approve.`,
  notice: "Summaries and award notice",
  noticeWhy: "Everyone is told at one moment how they were assessed. The notice follows.",
  standstill: "Standstill ends",
  standstillWhy: (days: number) => `${count(days, "working day")}; the day of the notice is the first.`,
  standstillNone: "No standstill was chosen.",
  sign: "May be signed",
  signWhy: "The first working day after that, if nobody has challenged it.",
  details: "Contract details notice",
  detailsWhy: (days: number) => `Within ${count(days, "day")} of signing.`,
  detailsBelow: "As soon as you can after signing.",
  starts: "Service starts",
  startsWhy: (weeks: number) =>
    weeks === 0 ? "As you said in the need." : `After ${count(weeks, "week")} to get ready.`,
};

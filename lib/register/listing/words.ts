export const loadWords = {
  fictionInLive: "This extract is made up. It is for the demo, and is never loaded in live mode.",
  elsewhere: "This file is being loaded somewhere else too. Let that come to its end.",
} as const;

export const eventWords = {
  open: "An extract of a public register was opened",
  store: "A part of an extract was stored",
  finish: "An extract was wholly loaded",
} as const;

/** Said to somebody who joins, by what a number came to. */
export const lookUpWords = {
  unreadable:
    "This does not look like a charity or company number. A charity number has 6 or 7 digits, a company number 8.",
  fiction: "This is the demo, so the register that we looked in is made up.",
  notListed: (day: string) =>
    `This number is not in our copy of the public register of ${day}. If you registered after that, or in Scotland or Northern Ireland, that is why. Go on: a steward will check it.`,
  noExtract:
    "No copy of the public register is loaded here, so we could not look this number up. Go on and type your name and address: a steward will check the number.",
  gone: (status: string, day: string | null) =>
    `The public register says “${status || "Closed"}”${day ? `, since ${day}` : ""}.`,
} as const;

/** Said to stewards, of a number and the name beside it. */
export const registerSaysWords = {
  noExtract: "No extract of this register is loaded, so it was not looked up.",
  notListed: "Not in the extract. Check it on the public register itself.",
  gone: (status: string) => `The public register says: ${status || "closed"}.`,
  otherName: (name: string) => `The public register has another name: ${name}.`,
  same: (status: string) => `Listed under this name${status ? `, ${status.toLowerCase()}` : ""}.`,
} as const;

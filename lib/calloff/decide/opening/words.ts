import { moment } from "@/lib/core/values/format";

/** What a command says when tenders cannot be opened now. */
export const problems = {
  notPublished: "There are no tenders to open: this call-off is not closed.",
  early: (closesAt: Date) => `Tenders can be opened after the close, on ${moment(closesAt)}. Not before, by anybody.`,
  opened: "The tenders are open already.",
  twice: "You have already taken part. Another officer must open them with you.",
};

/** What is written into the history, by event. */
export const openingEventWords: Readonly<Record<string, string>> = {
  "callOff.takePart": "An officer took part in opening the tenders",
};

/** What each outcome of a press means, on the page. */
export const outcomeWords = {
  first: "You have taken part. The tenders open when another officer does the same.",
  opened: "The tenders are open. Everyone who sent one has been told.",
  none: "No tender came. There is nothing to open. End this call-off as unsuccessful, with the reason.",
} as const;

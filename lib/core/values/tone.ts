/** How a state is coloured wherever it is shown; the words beside it say the same. */
export type Tone = "neutral" | "good" | "wait" | "bad" | "note";

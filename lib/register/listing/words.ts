export const loadWords = {
  fictionInLive: "This extract is made up. It is for the demo, and is never loaded in live mode.",
  elsewhere: "This file is being loaded somewhere else too. Let that come to its end.",
} as const;

export const eventWords = {
  open: "An extract of a public register was opened",
  store: "A part of an extract was stored",
  finish: "An extract was wholly loaded",
} as const;

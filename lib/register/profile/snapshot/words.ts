/** What has been done, in a history. */
export const snapshotEvents = {
  take: { done: "A snapshot of the profile was taken" },
  share: { done: "A snapshot was shared" },
  end: { done: "A shared snapshot was taken back" },
} as const;

export const snapshotWords = {
  what: "Your profile, your answers and the list of your files, as they stand today. It never changes after that.",
  notIn: "What you say about exclusion grounds is not in it. Neither are the people connected with you.",
  files: "Sharing does not open your files. Buyers open only those that you let buyers see.",
  fingerprint: "The same letters and numbers mean that it is the same snapshot, to the last comma.",
} as const;

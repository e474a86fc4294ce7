/** What an ending is refused for. */
export const problems = {
  unread: "Tenders came in, and nobody has read them. Open them first, or cancel the call-off.",
};

/** How an ending is told, to whoever tendered or was invited and to whoever pays. */
export const told = {
  cancelled: (title: string, sealed: boolean, reason: string) => ({
    title: "A call-off was cancelled",
    body: `"${title}" was cancelled, and nothing is awarded. ${
      sealed ? "No tender was opened, and none can be read any more. " : ""
    }Why: ${reason}`,
  }),
  failed: (title: string, reason: string) => ({
    title: "A call-off ended without an award",
    body: `"${title}" ended without an award. Why: ${reason}`,
  }),
};

/** The statements of the notice that says that it ended. */
export const endedStatement = (reason: string) => ({ title: "Why it ended", lines: [reason] });

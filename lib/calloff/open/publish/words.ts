import { moment, whole } from "@/lib/core/values/format";

/** What a command says when a call-off cannot be published, closed or withdrawn now. */
export const publishProblems = {
  notReady: (missing: readonly string[]) => `It cannot be published yet. ${missing.join(" ")}`,
  noClose: "Say when tenders close first.",
  tooSoon: (earliest: Date) =>
    `There is too little time left to tender: it may close on ${moment(earliest)} at the earliest. Go back to the draft and move the close.`,
  questionsOver: "The time for questions would be over already. Go back to the draft and move it.",
  noRoute: "Choose a route first.",
  notClosed: "It has not closed yet.",
  closed: "It has closed. What has closed is cancelled, not withdrawn.",
  early: "Tenders may still come in until the close.",
} as const;

/** Statements that stand in the notice of a publication. */
export const statementWords = {
  how: "How to tender",
  howLines: (route: "open" | "market") => [
    "Tenders are written and submitted on this site. They stay sealed until they close.",
    route === "market"
      ? "Members of the parts named here may tender. Who applies to join may tender too, and the application is decided before its tender is disregarded (Procurement Act 2023, section 34)."
      : "Any organisation may tender. It need not be a member of a register.",
  ],
  conditions: "Conditions",
  why: "Why one supplier is chosen",
  supplier: "Supplier",
  ended: "Why it was ended",
} as const;

/** What everyone is told when a call-off is published, or taken back. */
export const toldWords = {
  invitedTitle: "You are invited to tender",
  invited: (title: string, closesAt: Date) =>
    `You are invited to tender for "${title}". Tenders close on ${moment(closesAt)}. You can ask questions before then.`,
  watchTitle: "There is a new opportunity",
  watch: (title: string, closesAt: Date) => `"${title}" is open. Tenders close on ${moment(closesAt)}.`,
  withdrawnTitle: "A call-off was withdrawn",
  withdrawn: (title: string) =>
    `"${title}" was withdrawn before it closed. What you wrote for it stays sealed, and its keys were destroyed.`,
} as const;

/** What happened beside the steps of the call-off itself, in a history. */
export const publishEvents = {
  saveInvitations: "Who is invited was written down",
  destroyKeys: "The keys of its tenders were destroyed",
} as const;

/** What the check page says before a call-off is published. */
export const checkWords = {
  notice: (kind: string) => `A notice is published (${kind}). It can be corrected by another notice, never changed.`,
  noNotice: "No notice is published: only those invited know of it.",
  invited: (many: number) =>
    many === 1 ? "One organisation is invited to tender." : `${whole(many)} organisations are invited to tender.`,
  sealed: "Keys are made. Every tender is sealed with them, and nobody reads one before two officers open them.",
  closes: (at: string) => `Tenders come in until ${at}.`,
  everyone: "Everyone: it stands among the opportunities, and in the notices.",
  onlyInvited: "Only those invited.",
  people: (many: number) =>
    many === 1
      ? "The editors and signatories of the invited organisation, by a message."
      : "The editors and signatories of each invited organisation, by a message.",
  watchers: "People who asked to be told of opportunities like this.",
  forGood: "The need, the lots and the criteria stay as they are from now on.",
  later: "Dates can be moved later, never earlier. It can be withdrawn before the close, with a reason.",
  leftOut: (many: number) => `${many === 1 ? "One match is" : `${whole(many)} matches are`} left out, with reasons.`,
} as const;

import type { EvidenceKind, EvidenceReaders, ScanState } from "@/lib/core/prisma/enums";

import type { Tone } from "@/lib/core/values/tone";

/** What each kind of evidence is called, with an example. */
export const kindWords: Record<EvidenceKind, { label: string; hint: string }> = {
  governingDocument: { label: "Governing document", hint: "Constitution, articles, rules." },
  accounts: { label: "Accounts", hint: "Accounts of any kind. They need not be audited." },
  budget: { label: "Budget or bank balance", hint: "For a new organisation, or beside your accounts." },
  insurance: { label: "Insurance", hint: "Only if you have it already." },
  policy: { label: "Policy", hint: "Safeguarding, data protection, complaints." },
  registration: { label: "Registration", hint: "With a regulator, such as the data regulator." },
  accreditation: { label: "Quality mark or accreditation", hint: "Anything equal counts as much." },
  reference: { label: "Reference", hint: "From anybody you worked with, paid or unpaid." },
  other: { label: "Something else", hint: "Say what it is in the title." },
};

/** Who may open a file, besides its own people. */
export const readerWords: Record<EvidenceReaders, { label: string; hint: string }> = {
  stewards: {
    label: "Only the stewards of the register",
    hint: "They read it when they check your application. Auditors can too.",
  },
  buyers: {
    label: "The stewards, and buyers",
    hint: "People at authorities can open it too, so they need not ask you again.",
  },
};

/** How a file stands with the scanner. */
export const scanWords: Record<ScanState, { label: string; tone: Tone; meaning: string }> = {
  waiting: { label: "Being scanned", tone: "wait", meaning: "It is waiting to be scanned for viruses." },
  notScanned: {
    label: "Not scanned",
    tone: "note",
    meaning: "No virus scanner is set up here. Open it only on a computer that scans files itself.",
  },
  clean: { label: "Scanned", tone: "good", meaning: "The virus scanner found nothing in it." },
  infected: {
    label: "Blocked",
    tone: "bad",
    meaning: "The virus scanner found something harmful. Nobody can open it.",
  },
  failed: {
    label: "Not scanned yet",
    tone: "wait",
    meaning: "The virus scanner did not answer. It is tried again each hour. Open it with care.",
  },
};

/** What people read when a file cannot be taken. */
export const fileProblems = {
  none: "Choose a file",
  empty: "This file is empty. Choose another",
  tooLarge: "This file is over 10 MB. Choose a smaller one, or split it into parts",
  type: "Choose a PDF, Word (DOCX), Excel (XLSX), PNG or JPEG file",
  mismatch: "This file is not what its name says. Open it, save it again as PDF, and choose that",
  locked: "This file has a password, or is in an old Office format. Save it without one as PDF, DOCX or XLSX",
  damaged: "This file cannot be read. Open it, save it again, and choose that",
  macros: "This file holds macros. Save it without them, or as PDF",
  archive: "This file holds more than a document should. Save it as PDF, and choose that",
  harmful: "The virus scanner found something harmful in this file, so we did not keep it",
  broken: "The file did not reach us whole. Choose it again",
} as const;

/** Said where a form with a file comes back: a browser never keeps the choice of a file. */
export const chooseAgain = "Your answers are still here. The file is not: choose it again.";

export const typesHint = "One PDF, Word (DOCX), Excel (XLSX), PNG or JPEG file, up to 10 MB.";

/** What has been done, in a history. */
export const evidenceEvents = {
  add: { done: "A file was added" },
  renew: { done: "A newer version of a file was added" },
  withdraw: { done: "A file was withdrawn" },
  scan: { done: "A file was scanned" },
  remind: { done: "People were reminded that a file runs out" },
} as const;

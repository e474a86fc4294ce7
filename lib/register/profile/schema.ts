import { z } from "zod";
import { GroundAbout } from "@/lib/core/prisma/enums";
import { pence } from "@/lib/core/values/money";
import {
  emailAddress,
  isBlank,
  isoDay,
  line,
  optional,
  reader,
  text,
  webAddress,
  wholeNumber,
  yesNo,
} from "@/lib/core/values/text";

const version = wholeNumber({ message: "Open the page again." });
const byCode = z.record(line({ max: 80 }), text({ min: 0, max: 20_000 })).catch({});

export const FoundInput = z.object({
  name: line({ max: 160, label: "your organisation's name" }),
  typeCode: line({ max: 80, message: "Choose what kind of organisation you are" }),
  /** As typed, by scheme; the command knows which the kind of organisation is asked for. */
  numbers: byCode,
  address: text({ max: 500, label: "your address" }),
  /** Why the name is not the one in the public register; asked for only where the two differ. */
  nameNote: optional(text({ max: 1000, label: "why your name is another" })),
});

export const DetailsInput = z.object({
  /** The edit that the form was filled from. */
  edit: version,
  name: line({ max: 160, label: "your organisation's name" }),
  address: text({ max: 500, label: "your address" }),
  numbers: byCode,
  nameNote: optional(text({ max: 1000, label: "why your name is another" })),
});

/** Full-time equivalents, to one decimal: part-time people count in part. */
const fullTime = reader((raw, fail) => {
  if (isBlank(raw)) fail("Enter how many staff you have. Use 0 if everyone is a volunteer");
  const typed = typeof raw === "number" ? String(raw) : typeof raw === "string" ? raw.trim().replaceAll(",", "") : "";
  return /^\d{1,6}(\.\d)?$/.test(typed)
    ? Number(typed)
    : fail("Staff must be a number with at most one decimal, like 12 or 3.5");
});

export const ProfileInput = z.object({
  /** The version that the form was filled from; nought for the first. */
  version,
  income: pence({ label: "your income", max: 9_999_999_999_999n }),
  incomeYear: wholeNumber({ min: 2015, max: 2100, label: "the year that the income is for" }),
  staffFte: fullTime,
  vcse: yesNo({ message: "Say whether you are a voluntary, community or social enterprise" }),
  ledByLivedExperience: yesNo({ message: "Say whether people with lived experience lead you" }),
  about: text({ max: 3000, label: "what your organisation does" }),
  areaOfBenefit: line({ max: 300, label: "where the people you work for live" }),
  coDesign: text({ min: 0, max: 3000, label: "how people helped to design what you do" }),
  website: optional(webAddress({ label: "your website" })),
  contactEmail: emailAddress({ label: "an email address for buyers" }),
});

/** An answer to a condition, wherever it is given. */
export const answer = {
  met: yesNo({ message: "Say whether you meet this condition" }),
  text: text({ min: 0, max: 5000, label: "your answer" }),
  expiresOn: optional(isoDay({ label: "the day it runs out" })),
  /** The files that it rests on. When nothing is said of them, those of the answer before it stay. */
  evidenceIds: z.preprocess(
    (raw) => (raw === undefined ? undefined : [raw].flat().filter((id) => id !== "")),
    z.array(z.guid("Choose only from the files shown")).max(50).optional(),
  ),
};

export const AnswerInput = z.object({ conditionId: z.guid("We could not find that."), version, ...answer });

const byGround = <T extends z.ZodType>(type: T) => z.record(line({ max: 80 }), type);
const story = (label: string) => byGround(text({ min: 0, max: 4000, label })).default({});

export const GroundsInput = z
  .object({
    /** How many answers about grounds there were when the form was filled. */
    version,
    any: yesNo({ message: "Say whether any of these apply to you" }),
    applies: z.preprocess(
      (raw) => [raw ?? []].flat().filter((code) => code !== ""),
      z.array(line({ max: 80 })).max(100),
    ),
    /** Of whom it is true, by ground: the organisation itself, or somebody connected with it. */
    about: byGround(line({ min: 0, max: 80 })).default({}),
    what: story("what happened"),
    /** The day on which it happened, or on which it ended. */
    happened: byGround(line({ min: 0, max: 40 })).default({}),
    right: story("what you have put right"),
    /** The day by which it was put right, where it has been (Procurement Act 2023, s58). */
    rightOn: byGround(line({ min: 0, max: 40 })).default({}),
  })
  .superRefine(({ any, applies, about, what, happened, right, rightOn }, context) => {
    const say = (path: string[], message: string) => context.addIssue({ code: "custom", path, message });
    const dayIn = (path: string[], typed: string, label: string): string | null => {
      const read = isoDay({ label, min: "1950-01-01" }).safeParse(typed);
      if (!read.success) say(path, read.error.issues[0]?.message ?? "Enter a real date");
      return read.success ? read.data : null;
    };
    if (!any && applies.length > 0) say(["any"], "You said that none apply, and ticked one. Change one of the two");
    if (any && applies.length === 0) say(["applies"], "Tick each one that applies");
    if (!any) return;
    for (const code of applies) {
      if (!aboutWhom.some((one) => one === about[code])) say(["about", code], "Say who it is about");
      if (!what[code]) say(["what", code], "Say what happened");
      const from = dayIn(["happened", code], happened[code] ?? "", "the day when it happened or ended");
      if (!right[code]) say(["right", code], "Say what you have done about it since");
      const to = rightOn[code] ? dayIn(["rightOn", code], rightOn[code], "the day by which it was put right") : null;
      if (from && to && to < from) say(["rightOn", code], "It cannot be put right before it happened");
    }
  });

const aboutWhom = Object.values(GroundAbout);

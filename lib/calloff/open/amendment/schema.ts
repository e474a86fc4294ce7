import { z } from "zod";
import { clockTime, isoDay, optional, text } from "@/lib/core/values/text";
import { idGiven as id } from "../../given";

/** What changes, in words, and the new times; a time that is left empty stays as it is. */
export const AmendInput = z
  .object({
    callOffId: id,
    text: text({ max: 6_000, label: "what changes, and why" }),
    closesOn: optional(isoDay({ label: "the day on which tenders close" })),
    closesTime: optional(clockTime({ label: "the time at which tenders close" })),
    clarifyOn: optional(isoDay({ label: "the day on which questions end" })),
    clarifyTime: optional(clockTime({ label: "the time at which questions end" })),
  })
  .refine(({ closesOn, closesTime }) => !closesTime || closesOn, {
    path: ["closesOn"],
    message: "Enter the day on which tenders close",
  })
  .refine(({ clarifyOn, clarifyTime }) => !clarifyTime || clarifyOn, {
    path: ["clarifyOn"],
    message: "Enter the day on which questions end",
  });
export type AmendInput = z.output<typeof AmendInput>;

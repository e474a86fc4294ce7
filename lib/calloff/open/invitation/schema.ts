import { z } from "zod";
import { choice, line, optional, text, ticked } from "@/lib/core/values/text";
import { idGiven as id } from "../../given";
import { declineCodes, invitationProblems } from "./words";

/** Who of the matches is invited, why the others are not, and who else is. An empty row of the others is no row. */
export const SaveInvitationsInput = z.object({
  callOffId: id,
  matches: z
    .array(
      z
        .object({ organisationId: id, invite: ticked(), reason: optional(line({ max: 300, label: "the reason" })) })
        .refine(({ invite, reason }) => invite || reason, { path: ["reason"], message: invitationProblems.reason }),
    )
    .max(2_000),
  added: z
    .array(
      z
        .object({
          who: optional(line({ max: 200, label: "its name or reference" })),
          because: optional(line({ max: 300, label: "the reason" })),
        })
        .refine(({ who, because }) => !who || because, { path: ["because"], message: "Say why it is invited" }),
    )
    .max(50, "Add 50 organisations at most"),
});

export const IntendInput = z.object({ callOffId: id });
export const DeclineInput = z.object({
  callOffId: id,
  reason: choice(declineCodes, { message: "Choose the reason that fits best" }),
  words: text({ min: 0, max: 1_000, label: "what you want to add" }),
});

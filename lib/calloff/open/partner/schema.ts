import { z } from "zod";
import { line, text, ticked } from "@/lib/core/values/text";
import { idGiven as id } from "../../given";

/** `asked` is when the share that was read had been asked for: a share that has changed since is not what was confirmed. */
export const ConfirmInput = z.object({
  id,
  asked: line({ max: 40, message: "Open the page again." }),
  signed: ticked({ required: true, message: "Tick the box to say that you may sign for your organisation" }),
});

export const DeclineInput = z.object({
  id,
  reason: text({ min: 3, max: 1000, label: "the reason", message: "Say why, in a few words" }),
});

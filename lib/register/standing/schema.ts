import { z } from "zod";
import { isId } from "@/lib/core/values/id";
import { choice, isoDay, line, optional, reader, text, yesNo } from "@/lib/core/values/text";

const id = (message: string) => reader((raw, fail) => (isId(raw) ? raw : fail(message)));

export const CheckInput = z
  .object({
    organisationId: id("Choose an organisation"),
    checkedOn: isoDay({ label: "the day on which you looked" }),
    listed: yesNo({ message: "Say whether it is on the list" }),
    ground: optional(choice(["mandatory", "discretionary"], { label: "the kind of ground" })),
    entry: line({ min: 0, max: 300, label: "the entry" }),
    note: text({ min: 0, max: 2000, label: "the note" }),
  })
  .superRefine(({ listed, ground, entry }, context) => {
    if (listed && ground === null)
      context.addIssue({ code: "custom", path: ["ground"], message: "Choose the kind of ground" });
    if (listed && entry.length < 10)
      context.addIssue({ code: "custom", path: ["entry"], message: "Copy the entry, in 10 characters or more" });
  })
  .transform((said) => (said.listed ? said : { ...said, ground: null, entry: "" }));

export const SentInput = z.object({
  reportId: id("Choose a report"),
  sentOn: isoDay({ label: "the day on which it was sent" }),
  note: text({ min: 0, max: 2000, label: "the note" }),
});

/** Which reports are shown. */
export const ReportFilter = z.object({ show: choice(["open", "sent"]).catch("open") });
export type ReportFilter = z.output<typeof ReportFilter>;

import { z } from "zod";
import { ConnectedAs } from "@/lib/core/prisma/enums";
import { choice, isBlank, isoDay, line, optional, reader, text, ticked } from "@/lib/core/values/text";
import { identifierSchemes } from "@/lib/reference/identifiers";

const missing = "We could not find that.";

/** One press repeated is one person: the door keeps the key. */
export const PersonInput = z.object({
  name: line({ max: 160, label: "their name" }),
  isBody: ticked(),
  connectedAs: choice(Object.values(ConnectedAs), { message: "Choose how they are connected" }),
  detail: text({ min: 0, max: 1000, label: "more about it" }),
  since: optional(isoDay({ min: "1900-01-01", label: "the day since when" })),
});

const scheme = reader((raw, fail) => {
  if (isBlank(raw)) return null;
  const found = identifierSchemes.find(({ code }) => code === raw);
  return found ? found.code : fail("Choose the register that the number comes from");
});

export const AssociatedInput = z.object({
  name: line({ max: 160, label: "its name" }),
  scheme,
  value: optional(line({ max: 40, label: "its number" })),
  reliedOnFor: text({ max: 1000, label: "what you rely on it for" }),
});

export const EndInput = z.object({ connectionId: z.guid(missing) });
export const CompleteInput = z.object({ complete: ticked({ required: true, message: "Tick the box to say so" }) });

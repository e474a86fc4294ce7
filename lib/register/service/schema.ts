import { z } from "zod";
import { DeliveredBy, Method, ServedSex, ServiceState, Setting } from "@/lib/core/prisma/enums";
import { choice, choices, line, optional, text, wholeNumber } from "@/lib/core/values/text";
import { accessWords, languageWords } from "./words";

const serviceId = z.guid("We could not find that.");
const edit = wholeNumber({ message: "Open the page again." });
/** A list of codes from a form: nothing ticked, one ticked or many. The command checks them against the lists of the day. */
const codes = z.preprocess(
  (raw) => [raw ?? []].flat().filter((code) => code !== ""),
  z.array(line({ max: 80 })).max(600),
);

/** A page that may be left half done: with `intent` "later" what is missing is let be, and what is there is kept. */
function draft<T extends z.ZodType>(read: (least: 0 | 1) => T) {
  const [half, whole] = [read(0), read(1)];
  return z.unknown().transform((raw, context): z.output<T> => {
    const parsed = (isLater(raw) ? half : whole).safeParse(raw);
    if (parsed.success) return parsed.data;
    for (const { path, message } of parsed.error.issues) context.addIssue({ code: "custom", path, message });
    return z.NEVER;
  });
}

const isLater = (raw: unknown) => typeof raw === "object" && raw !== null && "intent" in raw && raw.intent === "later";

export const StartInput = z.object({
  partId: z.guid("Choose what kind of service it is"),
  title: line({ max: 120, label: "a name for the service" }),
});

export const DescriptionInput = draft((min) =>
  z.object({
    serviceId,
    edit,
    title: line({ max: 120, label: "a name for the service" }),
    summary: text({ min, max: 300, label: "a short summary" }),
    description: text({ min, max: 6000, label: "a description" }),
    outcomeCodes:
      min === 0 ? codes : codes.refine((list) => list.length > 0, "Choose at least one thing that people get from it"),
    needCodes: codes,
    cohortCodes: codes,
  }),
);

export const EligibilityInput = draft((min) =>
  z
    .object({
      serviceId,
      edit,
      sex: choice(Object.values(ServedSex), { message: "Choose who the service is for" }),
      minAge:
        min === 0
          ? optional(wholeNumber({ min: 10, max: 99, label: "the youngest age" }))
          : wholeNumber({ min: 10, max: 99, label: "the youngest age" }),
      maxAge: optional(wholeNumber({ min: 10, max: 120, label: "the oldest age" })),
      exclusions: text({ min: 0, max: 2000, label: "who you cannot work with" }),
    })
    .refine(({ minAge, maxAge }) => minAge === null || maxAge === null || maxAge >= minAge, {
      path: ["maxAge"],
      message: "The oldest age must be the same as the youngest age, or more",
    }),
);

export const PlacesInput = draft((min) =>
  z
    .object({ serviceId, edit, placeCodes: codes, list: text({ min: 0, max: 20_000, label: "the list of places" }) })
    .refine(({ placeCodes, list }) => min === 0 || placeCodes.length > 0 || list !== "", {
      path: ["list"],
      message: "Choose at least one place, or type its name",
    }),
);

const languages = Object.keys(languageWords);
const access = Object.keys(accessWords);

export const DeliveryInput = draft((min) =>
  z.object({
    serviceId,
    edit,
    settings: choices(Object.values(Setting), min === 0 ? {} : { min, message: "Choose at least one setting" }),
    method: choice(Object.values(Method), { message: "Choose how it is done" }),
    deliveredBy: choice(Object.values(DeliveredBy), { message: "Choose who does the work" }),
    languages: choices(languages, min === 0 ? {} : { min, message: "Choose at least one language" }),
    otherLanguages: optional(line({ max: 200, label: "the other languages" })),
    access: choices(access),
  }),
);

export const CapacityInput = z
  .object({
    serviceId,
    version: wholeNumber({ max: Number.MAX_SAFE_INTEGER, message: "Open the page again." }),
    places: wholeNumber({ min: 1, max: 100_000, label: "how many places there are" }),
    openPlaces: wholeNumber({ max: 100_000, label: "how many places are open now" }),
    waitDays: wholeNumber({ max: 1000, label: "how many days people wait" }),
  })
  .refine(({ places, openPlaces }) => openPlaces <= places, {
    path: ["openPlaces"],
    message: "Open places cannot be more than all places",
  });

export const ServiceInput = z.object({ serviceId });

export const ConfirmAllInput = z.object({});

export const SendInput = z.object({ serviceId, edit });

export const WithdrawInput = z.object({
  serviceId,
  reason: text({ max: 1000, label: "why you are taking the service away" }),
});

export const ReturnInput = z.object({ serviceId, reason: text({ max: 2000, label: "what must change" }) });

export const GoStaleInput = z.object({ serviceId, confirmedBefore: z.coerce.date() });

const Listed = z.object({
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  state: z.enum(ServiceState).optional().catch(undefined),
});

/** Which services are listed, from an address: what cannot be read is left out. */
export const readListed = (asked: Record<string, string | string[] | undefined>) => Listed.parse(asked);

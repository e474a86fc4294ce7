import { z } from "zod";
import { ticked } from "@/lib/core/values/text";

const unknown = "We could not find that.";

export const TakeInput = z.object({
  sure: ticked({ required: true, message: "Tick the box to say that this is true today" }),
});
export const ShareInput = z.object({
  snapshotId: z.guid(unknown),
  organisationIds: z.preprocess(
    (raw) => [raw ?? []].flat().filter((id) => id !== ""),
    z
      .array(z.guid("Choose only from the authorities shown"))
      .min(1, "Choose at least one authority")
      .max(100, "Choose 100 authorities at the most"),
  ),
});
export const EndInput = z.object({ snapshotId: z.guid(unknown), organisationId: z.guid(unknown) });

const file = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.string(),
  version: z.number(),
  expiresOn: z.string().nullable(),
  fileName: z.string(),
  sha256: z.string(),
});

/** What a snapshot holds: plain values only, money as pence in text, so that reading it back gives the same text. */
export const Content = z.object({
  organisation: z.object({
    reference: z.string(),
    name: z.string(),
    typeCode: z.string().nullable(),
    address: z.string().nullable(),
    identifiers: z.array(z.object({ scheme: z.string(), value: z.string() })),
  }),
  profile: z.object({
    size: z.enum(["micro", "small", "medium", "large"]),
    incomePence: z.string(),
    incomeYear: z.number(),
    staffFte: z.string(),
    vcse: z.boolean(),
    ledByLivedExperience: z.boolean(),
    about: z.string(),
    areaOfBenefit: z.string(),
    coDesign: z.string(),
    website: z.string().nullable(),
    contactEmail: z.string().nullable(),
  }),
  answers: z.array(
    z.object({
      number: z.number(),
      title: z.string(),
      met: z.boolean(),
      text: z.string(),
      expiresOn: z.string().nullable(),
      answeredAt: z.string(),
      evidence: z.array(z.string()),
    }),
  ),
  evidence: z.array(file),
});
export type Content = z.output<typeof Content>;

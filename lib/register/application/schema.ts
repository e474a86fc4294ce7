import { z } from "zod";
import { text, ticked, wholeNumber } from "@/lib/core/values/text";
import { answer } from "../profile/schema";

const applicationId = z.guid("We could not find that.");

export const StartInput = z.object({});

export const ChooseInput = z.object({
  applicationId,
  /** The version that the form was filled from. */
  version: wholeNumber({ message: "Open the page again." }),
  partIds: z.preprocess(
    (raw) => [raw ?? []].flat().filter((id) => id !== ""),
    z.array(z.guid("Choose only from the parts shown")).min(1, "Choose at least one part").max(100),
  ),
  /** The number of the highest value band that it asks for. The lowest, unless another is chosen. */
  band: z.preprocess(
    (raw) => (raw === undefined ? "1" : raw),
    wholeNumber({ min: 1, max: 9, message: "Choose the most that one call-off may be worth" }),
  ),
});

export const SubmitInput = z.object({
  applicationId,
  declared: ticked({ required: true, message: "Tick the box to say that it is true" }),
});

export const WithdrawInput = z.object({ applicationId });

const reply = { queryId: z.guid("We could not find that."), reply: text({ max: 5000, label: "your reply" }) };

/** A reply alone, or with a new answer to the condition that was asked about. */
export const ReplyInput = z.preprocess(
  (raw) => (typeof raw === "object" && raw !== null && "change" in raw ? raw : { ...Object(raw), change: "no" }),
  z.discriminatedUnion("change", [
    z.object({ change: z.literal("no"), ...reply }),
    z.object({ change: z.literal("yes"), ...reply, ...answer }),
  ]),
);

import { z } from "zod";
import { isId } from "@/lib/core/values/id";
import { basisPoints } from "@/lib/core/values/share";
import { line, reader, text, ticked, wholeNumber } from "@/lib/core/values/text";

const id = reader((raw, fail) => (isId(raw) ? raw : fail("We could not find that.")));
const share = basisPoints({ min: 1, max: 9_999, label: "a share" });
const does = line({ max: 200, label: "what it will do" });

const plan = {
  name: line({ min: 3, max: 120, label: "the name of the consortium" }),
  purpose: text({
    min: 20,
    max: 1000,
    label: "what you will do together",
    message: "Say what you will do together, in 20 characters or more",
  }),
  ownShare: share,
  ownDoes: does,
  partners: z
    .array(z.object({ who: line({ max: 200, label: "the partner's name or reference" }), share, does }))
    .min(1, "Add at least one partner")
    .max(12, "A consortium here has 13 partners at most"),
};

export const StartConsortiumInput = z.object(plan);
export type ConsortiumPlan = z.output<typeof StartConsortiumInput>;

/** The whole plan again, with the version that the form was filled from. */
export const ChangeConsortiumInput = z.object({
  consortiumId: id,
  version: wholeNumber({ message: "Open the page again." }),
  ...plan,
});

export const AgreeInput = z.object({
  partnerId: id,
  signed: ticked({ required: true, message: "Tick the box to say that you may sign" }),
});

const reason = text({ min: 10, max: 1000, label: "the reason", message: "Give the reason in 10 characters or more" });

export const PartnerReasonInput = z.object({ partnerId: id, reason });
export const AskAgainInput = z.object({ partnerId: id });
export const EndConsortiumInput = z.object({ consortiumId: id, reason });

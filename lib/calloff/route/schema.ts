import { z } from "zod";
import { choice, optional, text, wholeNumber } from "@/lib/core/values/text";
import { grounds } from "./choices";

export const routesToChoose = [
  "quotes",
  "belowThreshold",
  "marketCompetition",
  "directAward",
  "grantRound",
  "directGrant",
] as const;

export const ChooseRouteInput = z.object({
  id: z.uuid(),
  version: wholeNumber({ label: "the version" }),
  route: choice(routesToChoose, { message: "Choose a route" }),
  ground: optional(choice(grounds, { message: "Choose the reason that the Act allows" })),
  reason: text({ min: 0, max: 3000, label: "the reason" }),
});

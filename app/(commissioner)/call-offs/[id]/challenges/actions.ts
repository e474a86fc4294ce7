"use server";

import {
  dismissChallenge,
  recordChallenge,
  upholdChallenge,
  withdrawChallenge,
} from "@/lib/calloff/decide/challenge/commands";
import { type FormState, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { goOn } from "../after";

/** Writes down that somebody objects to the award. */
export async function record(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  return goOn(typed, await recordChallenge(await requireMember("authority"), typed), "/challenges");
}

const decisions = { uphold: upholdChallenge, dismiss: dismissChallenge, withdraw: withdrawChallenge } as const;

/** Answers a challenge, with the outcome in words. */
export async function decide(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const actor = await requireMember("authority");
  const event = (["uphold", "dismiss", "withdraw"] as const).find((known) => known === typed.event);
  if (!event)
    return {
      refusal: { kind: "invalid", message: "There is a problem", fields: { event: ["Choose how you answer it"] } },
      values: typed,
    };
  const result = await decisions[event](actor, { ...typed, id: typed.challengeId });
  return goOn(typed, result, "/challenges");
}

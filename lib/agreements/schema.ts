import { z } from "zod";
import { text, ticked } from "@/lib/core/values/text";

export const AcceptInput = z.object({
  id: z.uuid(),
  signed: ticked({ required: true, message: "Tick the box to say that you may sign for your organisation" }),
});

export const MoveInput = z.object({ id: z.uuid() });

export const TerminateInput = z.object({ id: z.uuid(), reason: text({ max: 2000, label: "the reason" }) });

export const ConcludeInput = z.object({ id: z.uuid() });

export const SignInput = z.object({
  id: z.uuid(),
  signed: ticked({ required: true, message: "Tick the box to say that you may sign for your organisation" }),
});

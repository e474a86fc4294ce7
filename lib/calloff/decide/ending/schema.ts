import { z } from "zod";
import { text } from "@/lib/core/values/text";

const reason = text({ max: 2000, label: "the reason" });

export const CancelInput = z.object({ id: z.uuid(), reason });
export const FailInput = z.object({ id: z.uuid(), reason });

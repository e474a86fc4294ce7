import { z } from "zod";
import { text } from "@/lib/core/values/text";

export const OpenBoardInput = z.object({ id: z.uuid(), intro: text({ max: 3000, label: "what you want to learn" }) });
export const PostInput = z.object({ id: z.uuid(), text: text({ max: 3000, label: "your comment" }) });

import { z } from "zod";
import { text } from "@/lib/core/values/text";
import { idGiven as id } from "../../given";

export const AskInput = z.object({ callOffId: id, question: text({ max: 3_000, label: "your question" }) });
export const AnswerInput = z.object({ id, answer: text({ max: 6_000, label: "the answer" }) });

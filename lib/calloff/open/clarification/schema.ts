import { z } from "zod";
import { isId } from "@/lib/core/id";
import { reader, text } from "@/lib/core/text";

const id = reader((raw, fail) => (isId(raw) ? raw.toLowerCase() : fail("We could not find that.")));

export const AskInput = z.object({ callOffId: id, question: text({ max: 3_000, label: "your question" }) });
export const AnswerInput = z.object({ id, answer: text({ max: 6_000, label: "the answer" }) });

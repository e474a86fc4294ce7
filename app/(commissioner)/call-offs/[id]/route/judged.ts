import { z } from "zod";
import { grounds } from "@/lib/calloff/route/choices";
import { groundWords } from "@/lib/calloff/route/chooser-words";

const rule = z.object({ ruleCode: z.string(), source: z.string(), sentence: z.string() });
const facts = z.object({ because: z.array(rule), ground: z.enum(grounds).nullable() });

/** The rules that a route was chosen by, and the justification that was named, read from what was kept. */
export function judgedFacts(kept: unknown) {
  const read = facts.safeParse(kept);
  if (!read.success) return { because: [], ground: null };
  const { because, ground } = read.data;
  return { because, ground: ground && groundWords[ground].label };
}

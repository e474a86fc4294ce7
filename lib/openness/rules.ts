import { z } from "zod";
import { routes } from "@/lib/calloff/route/words";

const facts = z.object({
  because: z.array(z.object({ ruleCode: z.string(), source: z.string(), sentence: z.string() })),
});

/** The route of an award as the public sees it: the rules of the law, without what the authority has left to spend. */
export function publicRoute({ route, routeFacts }: { route: string | null; routeFacts: unknown }) {
  const known = routes.find((name) => name === route);
  const read = facts.safeParse(routeFacts);
  if (!known || !read.success) return null;
  const inside = new Set(["own.allowance", "calloff.together"]);
  return { route: known, because: read.data.because.filter(({ ruleCode }) => !inside.has(ruleCode)) };
}

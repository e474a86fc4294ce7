import { z } from "zod";
import { routeWords as callOffRouteWords } from "@/lib/calloff/record/words";
import { routes, routeWords } from "@/lib/calloff/route/words";
import type { CallOffRoute } from "@/lib/core/prisma/enums";

const facts = z.object({
  because: z.array(z.object({ ruleCode: z.string(), source: z.string(), sentence: z.string() })),
});

/** Rules that speak of what the authority has left to spend, or spends elsewhere: they are not shown to the public. */
const inside: ReadonlySet<string> = new Set(["own.allowance", "calloff.together"]);

const publicRules = (routeFacts: unknown) => {
  const read = facts.safeParse(routeFacts);
  return read.success ? read.data.because.filter(({ ruleCode }) => !inside.has(ruleCode)) : null;
};

/** The route of a purchase's award as the public sees it: the rules of the law, without what the authority has left to spend. */
export function publicRoute({ route, routeFacts }: { route: string | null; routeFacts: unknown }) {
  const known = routes.find((name) => name === route);
  const because = publicRules(routeFacts);
  return known && because ? { ...routeWords[known], route: known, because } : null;
}

/** The same of a call-off. Its route is known whether or not the rules were kept. */
export const publicCallOffRoute = ({ route, routeFacts }: { route: CallOffRoute | null; routeFacts: unknown }) =>
  route && { ...callOffRouteWords[route], route, because: publicRules(routeFacts) ?? [] };

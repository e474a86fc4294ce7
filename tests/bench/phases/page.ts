import { sessionCookie } from "@/lib/identity/cookie";
import { KnownFailure } from "../../../scripts/support/telling.mjs";
import { type Found, figuresOf, grows, type Target } from "../tools/figures";
import { browser } from "../tools/http";
import { inTurn, interleave, type Subject, subject } from "../tools/measure";
import { startNext } from "../tools/server";
import { addressOf } from "../world/questions";
import type { Context } from "./context";

const routeFloor = "an empty route";
const pageFloor = "the lightest page";

/** The pages that people open most, through the whole application, beside what it takes to answer at all. */
export async function page(context: Context): Promise<Found> {
  const { options } = context;
  if (options.target) return measure(context, options.target, null);
  const { origin, stop } = await startNext();
  try {
    return await measure(context, origin, `${sessionCookie()}=${context.world.commissioner.token}`);
  } finally {
    await stop();
  }
}

async function measure({ options, questions, say }: Context, origin: string, cookie: string | null): Promise<Found> {
  const { get, close } = browser(origin);
  const wrong = new Set<string>();
  const bytes = new Map<string, number>();
  const notes: string[] = [];
  const asks = (what: string, path: () => string, holds: string, who?: string): Subject =>
    subject(what, async () => {
      const asked = path();
      const { status, body } = await get(asked, who);
      bytes.set(what, Math.max(bytes.get(what) ?? 0, body.length));
      if (status !== 200) wrong.add(`${asked} answered ${status}`);
      else if (!body.includes(holds)) wrong.add(`${asked} does not hold "${holds}"`);
    });
  const next = inTurn(questions.map((question) => `/find${addressOf(question)}`));
  const route = asks(routeFloor, () => "/health/live", "live");
  const light = asks(pageFloor, () => "/accessibility", "</html>");
  const find = asks(grows, next, "</html>", cookie ?? undefined);
  const register = asks("/register, the public", () => "/register", "</html>");
  try {
    await refuseAbsent(get);
    const subjects = cookie ? [route, light, find, register] : [route, light, register];
    await interleave(subjects, { ...options, say });
    for (const [what, most] of bytes) notes.push(`${what}: at most ${Math.ceil(most / 1024)} kB of HTML`);
    return {
      figures: [
        ...figuresOf("page", route),
        ...figuresOf("page", light, route),
        ...(cookie ? figuresOf("page", find, light, { perSecond: searchPage }) : []),
        ...figuresOf("page", register, light),
      ],
      wrong: [...wrong].slice(0, 20),
      notes,
    };
  } finally {
    close();
  }
}

const searchPage: Target = { of: "ratio", atLeast: 0.6 };

/** Something else than Throughcare at the address is told before anything is measured. */
async function refuseAbsent(get: ReturnType<typeof browser>["get"]) {
  const { status } = await get("/health/live").catch(() => ({ status: 0 }));
  if (status !== 200) throw new KnownFailure("There is no Throughcare at that address.");
}

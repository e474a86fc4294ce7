import { sessionCookie } from "@/lib/identity/cookie";
import { KnownFailure } from "../../../scripts/support/telling.mjs";
import type { Scale } from "../options";
import { type Figure, type Found, figuresOf, grows, type Target } from "../tools/figures";
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
  const { origin, memory, stop } = await startNext();
  try {
    const found = await measure(context, origin, `${sessionCookie()}=${context.world.commissioner.token}`);
    const held = memory();
    return held === null ? found : { ...found, figures: [...found.figures, memoryFigure(held, context.scale)] };
  } finally {
    await stop();
  }
}

async function measure({ options, questions, say }: Context, origin: string, cookie: string | null): Promise<Found> {
  const { get, close } = browser(origin);
  const wrong = new Map<string, { example: string; times: number }>();
  const no = (fault: string, example: string) =>
    wrong.set(fault, { example, times: (wrong.get(fault)?.times ?? 0) + 1 });
  const bytes = new Map<string, number>();
  const notes: string[] = [];
  const asks = (what: string, path: () => string, holds: string, who?: string): Subject =>
    subject(what, async () => {
      const asked = path();
      const { status, body } = await get(asked, who);
      bytes.set(what, Math.max(bytes.get(what) ?? 0, body.length));
      if (status !== 200) no(`${what} answered ${status}`, asked);
      else if (!body.includes(holds)) no(`${what} does not hold "${holds}"`, asked);
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
      wrong: [...wrong].map(([fault, { example, times }]) => `${fault}, ${times} times, such as ${example}`),
      notes,
    };
  } finally {
    close();
  }
}

const memoryFigure = (held: number, scale: Scale): Figure => ({
  phase: "page",
  what: "the server after the mix",
  measure: "MB",
  rounds: [held],
  ...(scale === "100k" && { target: { of: "value", atMost: 350 } }),
});

const searchPage: Target = { of: "ratio", atLeast: 0.6 };

/** Something else than Throughcare at the address is told before anything is measured. */
async function refuseAbsent(get: ReturnType<typeof browser>["get"]) {
  const { status } = await get("/health/live").catch(() => ({ status: 0 }));
  if (status !== 200) throw new KnownFailure("There is no Throughcare at that address.");
}

import { gzipSync } from "node:zlib";
import { count } from "@/lib/core/format";
import { sessionCookie } from "@/lib/identity/cookie";
import { reference } from "@/lib/reference/queries";
import { search as find } from "@/lib/search/queries/search";
import { readCriteria } from "@/lib/search/schema";
import { KnownFailure } from "../../../scripts/support/telling.mjs";
import type { Scale } from "../options";
import { type Figure, type Found, figuresOf, grows, type Target } from "../tools/figures";
import { browser } from "../tools/http";
import { inTurn, interleave, type Subject, subject } from "../tools/measure";
import { startNext } from "../tools/server";
import { addressOf } from "../world/questions";
import { buyerOf, type Context } from "./context";

const routeFloor = "an empty route";
const pageFloor = "the lightest page";

/** An address, and what the page there must say. */
type Ask = { path: string; holds: string };

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

async function measure(context: Context, origin: string, cookie: string | null): Promise<Found> {
  const { options, say } = context;
  const { get, close } = browser(origin);
  const wrong = new Map<string, { example: string; times: number }>();
  const no = (fault: string, example: string) =>
    wrong.set(fault, { example, times: (wrong.get(fault)?.times ?? 0) + 1 });
  const heaviest = new Map<string, string>();
  const asks = (what: string, next: () => Ask, who?: string): Subject =>
    subject(what, async () => {
      const { path: asked, holds } = next();
      const { status, body } = await get(asked, who);
      if (body.length > (heaviest.get(what)?.length ?? 0)) heaviest.set(what, body);
      if (status !== 200) no(`${what} answered ${status}`, asked);
      else if (!body.includes(holds)) no(`${what} does not hold "${holds}"`, asked);
    });
  const same = (path: string, holds: string) => () => ({ path, holds });
  const route = asks(routeFloor, same("/health/live", "live"));
  const light = asks(pageFloor, same("/accessibility", "</html>"));
  const finding = asks(grows, inTurn(cookie ? await searches(context) : []), cookie ?? undefined);
  const register = asks("/register, the public", same("/register", "</html>"));
  try {
    await refuseAbsent(get);
    const subjects = cookie ? [route, light, finding, register] : [route, light, register];
    await interleave(subjects, { ...options, say });
    return {
      figures: [
        ...figuresOf("page", route),
        ...figuresOf("page", light, route),
        ...(cookie ? figuresOf("page", finding, light, { perSecond: searchPage }) : []),
        ...figuresOf("page", register, light),
      ],
      wrong: [...wrong].map(([fault, { example, times }]) => `${fault}, ${times} times, such as ${example}`),
      notes: [...heaviest].map(
        ([what, body]) => `${what}: at most ${kB(body)} kB, ${kB(gzipSync(body))} kB compressed`,
      ),
    };
  } finally {
    close();
  }
}

/** Every question as the search page is asked it, with the number of services that it must name. */
async function searches({ world, questions }: Context): Promise<Ask[]> {
  const buyer = buyerOf(world);
  const lists = await reference();
  const asks: Ask[] = [];
  for (const question of questions) {
    const { total } = await find(buyer, readCriteria(question, lists).criteria);
    asks.push({ path: `/find${addressOf(question)}`, holds: `>${count(total, "service")}<` });
  }
  return asks;
}

const memoryFigure = (held: number, scale: Scale): Figure => ({
  phase: "page",
  what: "the server after the mix",
  measure: "MB",
  rounds: [held],
  ...(scale === "100k" && { target: { of: "value", atMost: 350 } }),
});

const kB = (body: string | Buffer) => Math.ceil(Buffer.byteLength(body) / 1024);

const searchPage: Target = { of: "ratio", atLeast: 0.6 };

/** Something else than Throughcare at the address is told before anything is measured. */
async function refuseAbsent(get: ReturnType<typeof browser>["get"]) {
  const { status } = await get("/health/live").catch(() => ({ status: 0 }));
  if (status !== 200) throw new KnownFailure("There is no Throughcare at that address.");
}

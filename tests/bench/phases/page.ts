import { gzipSync } from "node:zlib";
import { visitor } from "@/lib/core/actor";
import { count } from "@/lib/core/values/format";
import { sessionCookie } from "@/lib/identity/request/cookie";
import { reference } from "@/lib/reference/queries";
import { search as find } from "@/lib/search/queries/search";
import { readCriteria } from "@/lib/search/schema";
import { KnownFailure } from "../../../scripts/support/telling.mjs";
import { type Found, figuresOf, searchPage, type Target } from "../tools/figures";
import { browser } from "../tools/http";
import { inTurn, interleave, type Subject, subject } from "../tools/measure";
import { startNext } from "../tools/server";
import { addressOf } from "../world/questions";
import type { Context } from "./context";
import { isOpen } from "./search";

const routeFloor = "an empty route";
const pageFloor = "the lightest page";
const mostOfIt: Target = { of: "ratio", atLeast: 0.6 };

/** An address, and what the page there must say. */
type Ask = { path: string; holds: string };

/** The pages that people open most, through the whole application, beside what it takes to answer at all. */
export async function page(context: Context): Promise<Found> {
  if (context.options.target) return measure(context, context.options.target, null);
  const { origin, indexed, stop } = await startNext();
  try {
    await indexed();
    return await measure(context, origin, `${sessionCookie()}=${context.world.commissioner.token}`);
  } finally {
    await stop();
  }
}

/** Without a cookie the register is somebody else's, and nothing is known of what its pages must say. */
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
      const { status, body } = await get(asked, { cookie: who });
      if (body.length > (heaviest.get(what)?.length ?? 0)) heaviest.set(what, body);
      if (status !== 200) no(`${what} answered ${status}`, asked);
      else if (!body.includes(holds)) no(`${what} does not hold "${holds}"`, asked);
    });
  const same = (path: string, holds: string) => () => ({ path, holds });
  const searches = await addressesOf(context, cookie !== null);
  const route = asks(routeFloor, same("/health/live", "live"));
  const light = asks(pageFloor, same("/accessibility", "</html>"));
  const finding = asks(searchPage, inTurn(searches));
  const buying = asks("/find, signed in", inTurn(searches), cookie ?? undefined);
  const register = asks("/register, the public", same("/register", "</html>"));
  try {
    await refuseAbsent(get);
    const subjects = [route, light, finding, ...(cookie ? [buying] : []), register];
    await interleave(subjects, { ...options, say });
    return {
      figures: [
        ...figuresOf("page", route),
        ...figuresOf("page", light, route),
        ...figuresOf("page", finding, light, { perSecond: mostOfIt }),
        ...(cookie ? figuresOf("page", buying, light) : []),
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

/** Every question that the public may ask as the search page is asked it, with the number of services that it must name. */
async function addressesOf({ questions }: Context, known: boolean): Promise<Ask[]> {
  const lists = await reference();
  const asks: Ask[] = [];
  for (const question of questions.filter(isOpen)) {
    const { total } = known
      ? await find(visitor, readCriteria(question, lists).criteria, { facets: [] })
      : { total: -1 };
    asks.push({ path: `/find${addressOf(question)}`, holds: known && total > 0 ? count(total, "service") : "</html>" });
  }
  return asks;
}

const kB = (body: string | Buffer) => Math.ceil(Buffer.byteLength(body) / 1024);

/** Something else than Throughcare at the address is told before anything is measured. */
async function refuseAbsent(get: ReturnType<typeof browser>["get"]) {
  const { status } = await get("/health/live").catch(() => ({ status: 0 }));
  if (status !== 200) throw new KnownFailure("There is no Throughcare at that address.");
}

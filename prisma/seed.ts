import { pathToFileURL } from "node:url";
import type { Member } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { sealAudit } from "@/lib/core/history/audit";
import { reference } from "@/lib/reference/queries";
import { raiseBodies } from "./seed/bodies";
import { buy } from "./seed/buying/buy";
import { saveSearches } from "./seed/buying/saved";
import { scenarios } from "./seed/buying/scenarios";
import { compete, manyStories } from "./seed/call-offs/compete";
import { authorities, charityPlayers, stewards } from "./seed/cast";
import { charities } from "./seed/charities";
import { daysAgo, progress } from "./seed/play";
import { keepServices } from "./seed/prices";
import { formConsortia } from "./seed/register/consortia";
import { decide, type Fate, liveOn } from "./seed/register/decide";
import { keepFiles } from "./seed/register/evidence";
import { type Ground, type Joined, join } from "./seed/register/join";
import { loadMadeUpRegisters, standBehind } from "./seed/register/organisations";
import { designNext, establish } from "./seed/register/register";
import { standings } from "./seed/register/standing";
import { weigh } from "./seed/register/weigh";

/** What a steward has done with each application that was not simply admitted. */
const fates: Record<string, Fate> = {
  "Surrey Waymarkers": "waiting",
  "Avon Keystone": "asked",
  "Teifi Restore": "asked",
  "Chiltern Turning Point Friends": "refused",
  "Peak Stepping Stones": "refused",
  "Soar Valley Circles": "withdrawn",
  "Jurassic Steps": "taken",
  "Isle Lantern": "proposed",
  "Chalk Hill Peers": "waiting",
  "Vale of York Money Café": "waiting",
  "Nene Restorative": "waiting",
};

/**
 * The demo world, made by calling the commands as the people in it: if this runs, the river flows. Refuses a database
 * that already holds people, so that it never mixes with a real register.
 */
export async function seed(): Promise<{ people: number; organisations: number; services: number; awards: number }> {
  if (process.env.MODE === "live") throw new Error("The demo world is not for live mode.");
  if ((await db.user.count()) > 0)
    throw new Error("There are people in this database already. The demo world wants an empty one.");
  await loadMadeUpRegisters();
  const stage = await raiseBodies();
  const { maya, tom } = stage.stewards;
  if (!maya || !tom) throw new Error("The steward's office is not complete.");
  await establish(tom);
  const ground = await groundOf();

  const bar = progress("Charities join", charities.length);
  const members: Joined[] = [];
  for (const [at, charity] of charities.entries()) {
    const fate = fates[charity.name] ?? "admitted";
    const when = fate === "admitted" || fate === "refused" ? daysAgo(390 - at * 2) : daysAgo(4 + (at % 17));
    const joined = await join(charity, at, ground, when, charity.name === "Surrey Waymarkers" ? "draft" : "submitted");
    const decided = new Date(when.getTime() + (5 + (at % 19)) * 86_400_000);
    await decide(maya, joined, ground, fate, decided.getTime() < Date.now() ? decided : daysAgo(1));
    if (fate === "admitted") members.push(joined);
    bar.step();
  }
  bar.end();
  await standBehind(members);
  await keepFiles(members, ground, [stage.bodies.weald?.id ?? ""]);
  const free = members.filter(({ charity }) => !scenarios.some((scenario) => scenario.charity === charity.name));
  await liveOn({ assessor: maya, admin: tom }, free, ground);
  await standings({ assessor: maya, admin: tom }, free);
  await formConsortia(maya, new Map(members.map((joined) => [joined.charity.name, joined])), ground);
  const buying = progress("Commissioners buy", scenarios.length + authorities.length);
  await buy(stage, new Map(members.map((joined) => [joined.charity.name, joined])), buying.step);
  buying.end();
  const competing = progress("Competitions are held", manyStories);
  await compete(stage, new Map(members.map((joined) => [joined.charity.name, joined])), competing.step);
  competing.end();
  await keepServices(maya, members);
  await weigh(stage);
  await saveSearches(stage, memberOf(members, "Tidewater Housing Friends"));
  await designNext(tom);
  await mark();
  while ((await sealAudit()) > 0);
  return {
    people: await db.user.count(),
    organisations: await db.organisation.count(),
    services: await db.service.count(),
    awards: await db.agreement.count(),
  };
}

function memberOf(members: readonly Joined[], name: string): Member {
  const found = members.find(({ charity }) => charity.name === name);
  if (!found) throw new Error(`${name} is not a member.`);
  return found.actor;
}

async function groundOf(): Promise<Ground> {
  const facts = await reference();
  const register = await db.register.findFirstOrThrow({
    select: { parts: true, conditions: { orderBy: { number: "asc" } } },
  });
  return {
    parts: new Map(register.parts.map(({ categoryCode, id }) => [categoryCode, id])),
    conditions: register.conditions.map(({ id, number, kind }) => ({ id, number, kind })),
    outcomes: new Map(
      facts.categories.all.map(({ code }) => [code, facts.outcomesOf(code).map((outcome) => outcome.code)]),
    ),
    schemes: new Map(facts.organisationTypes.all.map(({ code, schemes }) => [code, schemes])),
  };
}

/** Marks the people whom a visitor may play. It is a property of the installation and no act of anybody, so it has no command. */
async function mark() {
  const players = [stewards, ...authorities]
    .flatMap(({ players }) => players)
    .concat(Object.values(charityPlayers).flat());
  for (const { name, line } of players) await db.user.updateMany({ where: { name }, data: { demoLine: line } });
  await db.organisation.updateMany({ data: { isDemo: true } });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const started = Date.now();
  seed()
    .then(({ people, organisations, services, awards }) => {
      console.log(
        `  The demo world stands: ${people} people, ${organisations} organisations, ${services} services, ${awards} agreements, in ${Math.round((Date.now() - started) / 1000)} s.`,
      );
    })
    .catch((error: unknown) => {
      console.error(`  ${error instanceof Error ? error.message : error}`);
      process.exitCode = 1;
    })
    .finally(() => db.$disconnect());
}

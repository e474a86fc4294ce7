import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { addresses } from "./access";
import { get } from "./ground/call";
import { builtRoutes, named } from "./ground/manifest";
import { everybody, type Home, People, type Who } from "./ground/people";
import { Watch } from "./ground/watch";
import { type Asked, type Page, World } from "./ground/world";

const { origins, admin } = inject("served");
const built = builtRoutes();
const cases = built.flatMap(({ address, kind }) =>
  (addresses[address] ?? []).map((page) => ({
    title: page.as ? `${address} (${page.as})` : address,
    address,
    kind,
    page,
  })),
);

let world: World;
let people: People;
let home: Home;
let watch: Watch;

test("the table names every page and route of the build, and no other", () => {
  expect(Object.keys(addresses).toSorted()).toEqual(built.map(({ address }) => address).toSorted());
});

describe("who is shown what", () => {
  beforeAll(async () => {
    world = await World.open(admin);
    home = await world.home();
    people = new People(world.client, await world.others());
    watch = new Watch(world.client);
    for (const { page } of cases) {
      const asked = await askedOf(page).catch((): Asked => ({ path: "" }));
      for (const who of everybody) await people.find(who, ownOf(asked));
    }
    await watch.begin();
  }, 120_000);

  afterAll(async () => {
    await watch?.end();
    await world?.client.end();
  });

  test.each(named(cases))("%s", async (_title, { address, page }) => {
    const asked = await askedOf(page, address);
    const found: Record<string, string> = {};
    const wanted: Record<string, string> = {};
    await Promise.all(
      everybody.map(async (who, at) => {
        const { token } = await people.find(who, ownOf(asked));
        wanted[who] = wantedOf(page, who);
        found[who] = shown(await get(origins[at % 2 === 0 ? 0 : 1], asked.path, token));
      }),
    );
    expect(found).toEqual(wanted);
    expect(await watch.touched()).toEqual([]);
  });

  test.each(named(cases.filter(({ kind }) => kind === "route")))(
    "%s takes nothing that is posted",
    async (_title, { address, page }) => {
      const asked = await askedOf(page, address);
      const { token } = await people.find("steward.admin", home);
      const { status } = await get(origins[0], asked.path, token, "POST");
      expect([404, 405]).toContain(status);
      expect(await watch.touched()).toEqual([]);
    },
  );
});

/** Where a page is asked for. An address that the demo world cannot fill in fails at its own test. */
const askedOf = async ({ at }: Page, address = ""): Promise<Asked> => (at ? at(world) : { path: address });

const ownOf = ({ provider, authority }: { provider?: string | undefined; authority?: string | undefined }): Home => ({
  ...home,
  ...(provider && { provider }),
  ...(authority && { authority }),
});

const wantedOf = ({ may, sent = [] }: Page, who: Who) =>
  may.includes(who) ? "shown" : sent.includes(who) ? "sent on" : "denied";

function shown({ outcome, status, to }: Awaited<ReturnType<typeof get>>): string {
  if (outcome === "signIn" || outcome === "denied") return "denied";
  if (outcome !== "done") return `${outcome} (${status})`;
  return to === null ? "shown" : "sent on";
}

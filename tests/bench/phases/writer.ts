import { visitor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { newId } from "@/lib/core/values/id";
import { saveCapacity } from "@/lib/register/service/commands/capacity";
import { withdrawService } from "@/lib/register/service/commands/stand";
import { type Cursor, writeCursor } from "@/lib/search/cursor";
import { engine } from "@/lib/search/live/serving";
import { OpenPage } from "@/lib/search/open/answer";
import { searchDay } from "@/lib/search/queries/search";
import { everything } from "@/lib/search/schema";
import type { browser } from "../tools/http";
import { askOf } from "../truth/answers";
import { value } from "./contest";
import { routePath } from "./search";

type OnSale = {
  id: string;
  reference: string;
  organisationId: string;
  capacityAsOf: Date | null;
  places: number;
  waitDays: number;
  title: string;
};

const ONE_IN = 10;
const LONGEST = 5_000;
const MOST = 100;

type Tools = { get: ReturnType<typeof browser>["get"]; wrong: Set<string> };

/**
 * Changes services through their commands, one at a time: how full they are, and every tenth one is taken away. Whoever gave
 * the command must see it at once; how long the other process takes is what `write` gives, in milliseconds.
 */
export async function openWriter({ get, wrong }: Tools) {
  const onSale = await db.$queryRaw<OnSale[]>`
    select s."id", s."reference", s."organisationId", s."capacityAsOf", s."places", s."waitDays", lower(v."title") as title
      from "Service" s join "SearchDocument" d on d."serviceId" = s."id" join "ServiceVersion" v on v."id" = s."publishedId"
     order by md5(s."id"::text) limit 4000`;
  let [written, withdrawn] = [0, 0];

  async function write(): Promise<number | null> {
    const service = onSale[written];
    if (!service) return null;
    const away = written++ % ONE_IN === 0;
    const wait = away ? null : (service.waitDays + 1) % 1000;
    const actor = {
      kind: "provider" as const,
      id: newId(),
      organisationId: service.organisationId,
      roles: ["editor", "signatory"] as const,
    };
    if (wait === null) {
      withdrawn++;
      value(await withdrawService(actor, { serviceId: service.id, reason: "Measured." }));
    } else
      value(
        await saveCapacity(actor, {
          serviceId: service.id,
          version: String(service.capacityAsOf?.getTime() ?? 0),
          places: String(Math.max(1, service.places)),
          openPlaces: "0",
          waitDays: String(wait),
        }),
      );
    const from = performance.now();
    const own = await seenHere(service);
    if (own !== wait)
      wrong.add(`${service.reference} is seen with a wait of ${own} after its own command, which said ${wait}`);
    while ((await seenThere(service)) !== wait)
      if (performance.now() - from > LONGEST) {
        wrong.add(`${service.reference} is seen as it was ${LONGEST} ms after it changed`);
        break;
      }
    return performance.now() - from;
  }

  /** The wait that a service is listed with; null when it is not listed. */
  async function seenHere({ title, reference }: OnSale): Promise<number | null> {
    const asked = await askOf(
      visitor,
      { ...everything, sort: "title" },
      { cursor: before(title), facets: [], take: MOST },
    );
    const { page } = await (await engine()).answer(asked);
    return page.find(({ card }) => card.reference === reference)?.card.waitDays ?? null;
  }

  async function seenThere({ title, reference }: OnSale): Promise<number | null> {
    const query = new URLSearchParams({
      sort: "title",
      take: String(MOST),
      facets: "none",
      after: writeCursor(before(title)),
    });
    const { body } = await get(`${routePath}?${query}`);
    const { services } = OpenPage.parse(JSON.parse(body));
    return services.find((service) => service.reference === reference)?.capacity.waitDays ?? null;
  }
  return { write, written: () => written, withdrawn: () => withdrawn };
}

/** The place in the order of titles just before everything that has this one. */
const before = (title: string): Cursor => ({
  towards: "after",
  order: "title",
  day: searchDay(),
  key: title,
  turn: 0,
  id: "00000000-0000-0000-0000-000000000000",
});

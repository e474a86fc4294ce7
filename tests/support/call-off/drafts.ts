import { z } from "zod";
import type { Member } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { command, type Scene } from "@/lib/core/door/command";
import { addDays, asDate, londonDay, londonInstant } from "@/lib/core/values/moment";
import { bankHolidaysOf, workingDayFrom } from "@/lib/reference/calendar";
import { callOffIn, type Players } from "./world";

/** A draft that misses nothing, straight in the tables: what a commissioner sends to the funders. */
export async function ready(world: Players, how: Parameters<typeof callOffIn>[1] = {}) {
  const today = londonDay(new Date());
  const holidays = new Set([0, 1].flatMap((more) => bankHolidaysOf(Number(today.slice(0, 4)) + more)));
  const later = (days: number) => workingDayFrom(addDays(today, days), holidays);
  const closesAt = londonInstant(later(49), "12:00");
  const made = await callOffIn(world, { state: "draft", funding: "listed", ...how, closesAt });
  const startsOn = later(240);
  const endsOn = addDays(startsOn, 364);
  await db.callOff.update({
    where: { id: made.id },
    data: {
      ...{ startsOn: asDate(startsOn), endsOn: asDate(endsOn), extensionMonths: 12 },
      ...{ publishOn: asDate(later(10)), clarifyUntil: londonInstant(later(35), "17:00"), decideOn: asDate(later(90)) },
    },
  });
  for (const lotId of made.lotIds) {
    await db.lotVolume.deleteMany({ where: { lotId } });
    const months = Array.from({ length: 13 }, (_, at) => {
      const [year = 0, month = 1] = startsOn.split("-").map(Number);
      return new Date(Date.UTC(year, month - 1 + at, 1));
    }).filter((month) => month <= asDate(endsOn));
    await db.lotVolume.createMany({ data: months.map((month) => ({ lotId, month, volume: 10 })) });
  }
  return made;
}

/** Does a part of a command in a transaction of its own, as its command would. */
export async function inScene(actor: Member, work: (scene: Scene) => Promise<unknown>) {
  const result = await command({
    event: "test.part",
    input: z.object({}),
    load: async () => ({}),
    allow: () => true,
    run: async (scene) => {
      await work(scene);
      return { value: null, id: actor.id, detail: {} };
    },
  })(actor, {});
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
}

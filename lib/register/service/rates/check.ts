import "server-only";
import type { Actor } from "@/lib/core/actor";
import { invalid, type Refusal, type Result } from "@/lib/core/door/result";
import { fingerprint } from "@/lib/core/values/canonical";
import { count, day } from "@/lib/core/values/format";
import { addDays, asDay } from "@/lib/core/values/moment";
import { reference } from "@/lib/reference/queries";
import { changeSentence, priceChanges, upliftChanges } from "./changes";
import { cardOn, dateFaults } from "./dates";
import { findPricesToCheck, readDay } from "./queries";
import { RatesInput } from "./schema";
import { readUplifts } from "./uplift-rows";

/** What new prices would do, in sentences, and the mark of exactly what was checked. */
export type RatesCheck = { mark: string; said: string[] };

/**
 * Says what saving these prices of a published service would change, and refuses what saving would refuse. Nothing is
 * saved: the command judges again, by its own clock.
 */
export async function checkRates(actor: Actor, raw: unknown): Promise<Result<RatesCheck>> {
  const parsed = RatesInput.safeParse(raw);
  if (!parsed.success) return { ok: false, refusal: invalid(parsed.error) };
  const { serviceId, lines, uplifts: typed, validFrom, validTo } = parsed.data;
  const service = await findPricesToCheck(actor, serviceId);
  if (!service) return { ok: false, refusal: { kind: "missing", message: "We could not find that." } };
  const { places } = await reference();
  const read = readUplifts(typed, service.placeCodes, places);
  if ("field" in read) return { ok: false, refusal: at(read.field, read.message) };

  const today = readDay();
  const from = validFrom ?? today;
  const spans = service.cards.map(({ id, validFrom: first, validTo: last, saidTo }) => ({
    id,
    from: asDay(first),
    to: last && asDay(last),
    saidTo: saidTo && asDay(saidTo),
  }));
  const [fault] = dateFaults(spans, { from, to: validTo, today });
  if (fault && service.isPublic) return { ok: false, refusal: at(fault.field, fault.message) };

  const before = service.isPublic ? cardOn(service.cards, from) : service.written;
  const changes = priceChanges(
    before?.lines ?? [],
    lines.map(({ price, ...line }) => ({ ...line, pence: price })),
  );
  const same = changes.filter(({ kind }) => kind === "same").length;
  const ends = service.isPublic && before && asDay(before.validFrom) < from ? addDays(from, -1) : null;
  const said = [
    !service.isPublic
      ? "These prices hold from the day on which the service is published."
      : `These prices hold from ${from === today ? `today, ${day(from)}` : day(from)}${validTo ? ` to ${day(validTo)}` : ""}.`,
    ...(ends ? [`The prices before them end on ${day(ends)}.`] : []),
    ...changes.filter(({ kind }) => kind !== "same").map((change) => `${changeSentence(change)}.`),
    ...upliftChanges(before?.uplifts ?? [], read.uplifts, places.label).map((sentence) => `${sentence}.`),
    ...(same > 0 ? [`${count(same, "price stays", "prices stay")} the same.`] : []),
  ];
  return { ok: true, value: { mark: fingerprint({ lines, uplifts: read.uplifts, from, validTo }), said } };
}

const at = (field: string, message: string): Refusal => ({
  kind: "invalid",
  message: "There is a problem",
  fields: { [field]: [message] },
});

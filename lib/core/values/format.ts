import { londonDay } from "./moment";

const GB = "en-GB";
const timeZone = "Europe/London";

const money = new Intl.NumberFormat(GB, { style: "currency", currency: "GBP" });
const wholeMoney = new Intl.NumberFormat(GB, { style: "currency", currency: "GBP", maximumFractionDigits: 0 });
const number = new Intl.NumberFormat(GB);
const list = new Intl.ListFormat(GB, { type: "conjunction" });
const longDay = new Intl.DateTimeFormat(GB, { timeZone, day: "numeric", month: "long", year: "numeric" });
const shortDay = new Intl.DateTimeFormat(GB, { timeZone, day: "numeric", month: "short" });
const plainDay = new Intl.DateTimeFormat(GB, { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" });
const clock = new Intl.DateTimeFormat(GB, { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** Pence as money: `£1,234.50`. Exact at any size, because the pounds are never a float. */
export function pounds(pence: bigint): string {
  const size = pence < 0n ? -pence : pence;
  const written = money.format(size / 100n).replace(/\.00$/, `.${String(size % 100n).padStart(2, "0")}`);
  return pence < 0n ? `−${written}` : written;
}

/** Pence as a large round figure for reading at a glance: `£663,540`. */
export function roundPounds(pence: bigint): string {
  const size = pence < 0n ? -pence : pence;
  const written = wholeMoney.format((size + 50n) / 100n);
  return pence < 0n ? `−${written}` : written;
}

/** A day as people write it: `3 June 2027`. Text is a calendar day (`2027-06-03`); an instant is the day it was in the UK. */
export function day(when: Date | string): string {
  return typeof when === "string" ? plainDay.format(new Date(`${when.slice(0, 10)}T00:00:00Z`)) : longDay.format(when);
}

/** A day without its year, for a row of stops: `3 Jun`. */
export function dayAndMonth(when: Date): string {
  return shortDay.format(when);
}

/** A time as people say it: `5pm`, `9:30am`, `midday`, `midnight`. */
export function time(when: Date): string {
  const [hour = 0, minute = 0] = clock.format(when).split(":").map(Number);
  if (minute === 0 && hour % 12 === 0) return hour === 0 ? "midnight" : "midday";
  const minutes = minute === 0 ? "" : `:${String(minute).padStart(2, "0")}`;
  return `${hour % 12 || 12}${minutes}${hour < 12 ? "am" : "pm"}`;
}

/** An instant in UK time: `3 June 2027 at 5pm`. */
export function moment(when: Date): string {
  return `${day(when)} at ${time(when)}`;
}

/** The UK calendar day of an instant, for `<time dateTime>` and for forms: `2027-06-03`. */
export function dayIso(when: Date): string {
  return londonDay(when);
}

/** `1 service`, `2 services`, `no services`; give the plural where adding an s is wrong. */
export function count(many: number | bigint, one: string, several = `${one}s`): string {
  if (Number(many) === 0) return `no ${several}`;
  return `${number.format(many)} ${Number(many) === 1 ? one : several}`;
}

/** A whole number with its commas: `12,345`. */
export function whole(many: number | bigint): string {
  return number.format(many);
}

/** Basis points as a percentage, with no more decimals than it needs: `12.5%`. */
export function percent(basisPoints: number): string {
  return `${number.format(basisPoints / 100)}%`;
}

/** Names in a sentence: `Kent, Surrey and Sussex`. */
export function listed(words: string[]): string {
  return list.format(words);
}

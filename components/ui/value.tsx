import { day, dayIso, moment, pounds, roundPounds } from "@/lib/core/values/format";

/** `£1,234.50`, in figures of one width so that columns line up. */
export function Money({ pence }: { pence: bigint }) {
  return <span className="whitespace-nowrap tabular-nums">{pounds(pence)}</span>;
}

/** `£663,540`: for reading at a glance, never where it is owed. */
export function RoundMoney({ pence }: { pence: bigint }) {
  return <span className="whitespace-nowrap tabular-nums">{roundPounds(pence)}</span>;
}

/** `3 June 2027`. A calendar day is text, an instant is a Date. */
export function Day({ on }: { on: Date | string }) {
  return (
    <time dateTime={typeof on === "string" ? on.slice(0, 10) : dayIso(on)} className="whitespace-nowrap">
      {day(on)}
    </time>
  );
}

/** `3 June 2027 at 5pm`, UK time. */
export function Moment({ at }: { at: Date }) {
  return <time dateTime={at.toISOString()}>{moment(at)}</time>;
}

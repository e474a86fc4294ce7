import type { OrganisationKind, Role } from "@/lib/core/prisma/enums";

/** An organisation where somebody has a seat, with every role they hold there. */
export type Workplace = { id: string; name: string; kind: OrganisationKind; roles: Role[] };

type Seat = { id: string; name: string; kind: OrganisationKind; role: Role };

/** Seats gathered by organisation, in the order given. */
export function workplaces(seats: readonly Seat[]): Workplace[] {
  const found = new Map<string, Workplace>();
  for (const { id, name, kind, role } of seats) {
    const place = found.get(id) ?? { id, name, kind, roles: [] };
    found.set(id, { ...place, roles: [...place.roles, role] });
  }
  return [...found.values()];
}

/** Whether somebody has passed the second step, must give a code, must first set one up, or needs none. */
export type SecondStep = "none" | "enrol" | "code" | "done";

/** How long a second step counts, in hours. */
export const secondStepHours = 12;

/** People of an authority or the steward always need the second step; others need it once they have set it up. */
export function secondStepOf(of: {
  workplaces: readonly Pick<Workplace, "kind">[];
  enrolled: boolean;
  factorAt: Date | null;
  now: Date;
}): SecondStep {
  const oldest = of.now.getTime() - secondStepHours * 3_600_000;
  if (of.factorAt && of.factorAt.getTime() > oldest) return "done";
  if (of.enrolled) return "code";
  return of.workplaces.some(({ kind }) => needsSecondStep(kind)) ? "enrol" : "none";
}

/** The kinds of organisation whose people spend public money or decide who may be bought from. */
export const needsSecondStep = (kind: OrganisationKind) => kind === "authority" || kind === "steward";

/** How long a sign-in link works, in minutes; how long a session and an invitation last, in days. */
export const linkMinutes = 15;
export const sessionDays = 7;
export const invitationDays = 14;

/** A moment some minutes or days after another. */
export const minutesAfter = (from: Date, minutes: number) => new Date(from.getTime() + minutes * 60_000);
export const daysAfter = (from: Date, days: number) => minutesAfter(from, days * 24 * 60);

/** A place on this site to go on to, or the home page: another site's address in a link of ours is never followed. */
export function localPath(raw: unknown, otherwise = "/home"): string {
  if (typeof raw !== "string" || raw.length > 2000 || !/^\/(?![/\\])[^\s\\\p{Cc}]*$/u.test(raw)) return otherwise;
  return /^\/(api|sign-in|sign-out|demo)(\/|\?|$)/.test(raw) ? otherwise : raw;
}

/** A page number from an address; the first for anything that is none. */
export const pageOf = (raw: unknown): number =>
  typeof raw === "string" && /^[1-9]\d{0,4}$/.test(raw) ? Number(raw) : 1;

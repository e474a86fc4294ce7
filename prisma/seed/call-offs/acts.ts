import type { Member } from "@/lib/core/actor";
import { atTime } from "@/lib/core/clock";
import { db } from "@/lib/core/db";
import { londonInstant } from "@/lib/core/values/moment";
import { addWorkingDays, type Day, type Holidays } from "@/lib/reference/calendar";
import type { Stage as Bodies } from "../bodies";
import { act, dayText, today } from "../play";
import type { Joined } from "../register/join";
import type { CallOffStory } from "./story";

/** The days of one story, counted in working days from its close. */
export class Days {
  constructor(
    private readonly closed: number,
    private readonly holidays: Holidays,
  ) {}

  /** So many working days after the close (before it, below nought). */
  day = (after: number): Day => addWorkingDays(dayText(today), after - this.closed, this.holidays);

  /** A time of that day, and never later than now. */
  at(after: number, time = "10:00"): Date {
    const then = londonInstant(this.day(after), time);
    return then.getTime() < today.getTime() ? then : today;
  }
}

/** The people of one story, by their part in it. */
export type Hands = {
  commissioner: Member;
  approver: Member;
  moderator: Member;
  evaluators: Member[];
  partner: { id: string; approver: Member };
};

const officers = {
  weald: { commissioner: "grace", approver: "owen" },
  ridings: { commissioner: "hannah", approver: "sanjay" },
  capital: { commissioner: "leila", approver: "marcus" },
} as const;

/** Who acts in the competitions of a body. Only the first has a panel: the others' are still open. */
export function handsOf({ bodies }: Bodies, buyer: CallOffStory["buyer"]): Hands {
  const of = (body: string, key: string) => {
    const found = bodies[body]?.people[key];
    if (!found) throw new Error(`${key} is not at ${body}.`);
    return found;
  };
  const partner = bodies.garden?.id;
  if (!partner) throw new Error("There is no body to fund with.");
  return {
    commissioner: of(buyer, officers[buyer].commissioner),
    approver: of(buyer, officers[buyer].approver),
    moderator: of("weald", "winnie"),
    evaluators: [of("weald", "priya"), of("weald", "joss")],
    partner: { id: partner, approver: of("garden", "dev") },
  };
}

/** One story as it is played: whose it is, its record once it is started, and its days. */
export type Played = { story: CallOffStory; id: string; hands: Hands; days: Days; members: Map<string, Joined> };

/** Does something to the call-off's draft, with the version that it has now. */
export async function edit<Out>(
  { id }: Pick<Played, "id">,
  command: Parameters<typeof act<Out>>[0],
  actor: Member,
  input: object,
  when: Date,
): Promise<Out> {
  const { version } = await db.callOff.findUniqueOrThrow({ where: { id }, select: { version: true } });
  return act(command, actor, { id, version: String(version), ...input }, when);
}

/** A read at a time. */
export const asOf = <T>(when: Date, read: () => Promise<T>): Promise<T> => atTime(when, read);

export function memberNamed(members: Map<string, Joined>, name: string): Member {
  const found = members.get(name);
  if (!found) throw new Error(`${name} is not a member.`);
  return found.actor;
}

import type pg from "pg";
import { hashToken } from "@/lib/core/crypto";
import type { OrganisationKind, Role } from "@/lib/core/prisma/enums";
import { newId } from "@/lib/core/values/id";
import { ownRoles } from "@/lib/identity/policy";

type Kind = Exclude<OrganisationKind, "investor">;
/** Somebody with one role at the organisation that a thing belongs to, or at another; or somebody with none. */
export type Who =
  | `${Kind}.${Role}`
  | `${Kind}.${Role}@other`
  | "visitor"
  /** Signed in, with no seat anywhere. */
  | "newcomer"
  /** Has every role of the authority's and of the steward's, and has not passed the second step. */
  | "halfway"
  /** As `halfway`, second step passed, and disabled since. */
  | "disabled"
  /** As `halfway`, second step passed, and the session has run out. */
  | "expired";
export type Somebody = { who: Who; token: string | null; userId: string; organisationId: string };
/** The organisation that "own" means, by kind. */
export type Home = Record<Kind, string>;

/** Every role that can be held at each kind of organisation: those that it gives itself, and the auditor, whom the steward names. */
const rolesAt = (kind: Kind): Role[] => [...new Set<Role>([...ownRoles[kind], "auditor"])];
const strangers: readonly Who[] = ["visitor", "newcomer", "halfway", "disabled", "expired"];

/** Every kind of person that the table knows. There is one steward's office, so there is no other. */
export const everybody: readonly Who[] = [
  ...(["provider", "authority"] as const).flatMap((kind) =>
    rolesAt(kind).flatMap((role): Who[] => [`${kind}.${role}`, `${kind}.${role}@other`]),
  ),
  ...rolesAt("steward").map((role): Who => `steward.${role}`),
  ...strangers,
];

/** Makes people as they are needed, with a session that a browser could hold. Straight into the tables: how they came to be is not tested here. */
export class People {
  readonly #made = new Map<string, Promise<Somebody>>();
  constructor(
    readonly client: pg.Client,
    readonly others: Home,
  ) {}

  /** This kind of person, where "own" is `home`. */
  find(who: Who, home: Home): Promise<Somebody> {
    const [seat = "", where] = who.split("@");
    const [kind = "", role] = seat.split(".");
    const known = kind === "provider" || kind === "authority" || kind === "steward" ? kind : "authority";
    const organisationId = (where === "other" ? this.others : home)[known];
    const key = `${who} ${organisationId}`;
    const made = this.#made.get(key) ?? this.#make(who, organisationId, role, home);
    this.#made.set(key, made);
    return made;
  }

  async #make(who: Who, organisationId: string, role: string | undefined, home: Home): Promise<Somebody> {
    if (who === "visitor") return { who, token: null, userId: newId(), organisationId };
    const [userId, token] = [newId(), newId()];
    await this.client.query(
      `insert into "User" (id, email, name, "createdAt", "disabledAt") values ($1, $2, $3, now(), $4)`,
      [userId, `${userId}@people.example`, `Somebody ${who}`, who === "disabled" ? new Date() : null],
    );
    for (const [at, held] of seatsOf(who, organisationId, role, home))
      await this.client.query(
        `insert into "Seat" ("userId", "organisationId", role, since) values ($1, $2, $3::"Role", now())`,
        [userId, at, held],
      );
    await this.client.query(
      `insert into "Session" (id, "tokenHash", "userId", "createdAt", "expiresAt", "factorAt")
       values ($1, $2, $3, now() - interval '1 hour', now() + $4::interval, $5)`,
      [
        newId(),
        hashToken(token),
        userId,
        who === "expired" ? "-1 minute" : "1 day",
        who === "halfway" ? null : new Date(),
      ],
    );
    return { who, token, userId, organisationId };
  }
}

function seatsOf(who: Who, organisationId: string, role: string | undefined, home: Home): [string, string][] {
  if (role) return [[organisationId, role]];
  if (who === "newcomer") return [];
  return (["authority", "steward"] as const).flatMap((kind) =>
    rolesAt(kind).map((held): [string, string] => [home[kind], held]),
  );
}

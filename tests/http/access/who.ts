import { everybody, type Who } from "../ground/people";

export type { Who };

/** Groups that the tables speak of. Where nothing is said, "own" is meant. */
export const everyone: readonly Who[] = everybody;
/** Whoever has proved their address, whatever of the second step is still to do. */
export const proved: readonly Who[] = everybody.filter((who) => !["visitor", "disabled", "expired"].includes(who));
/** Whoever is wholly signed in. */
export const signedIn: readonly Who[] = proved.filter((who) => who !== "halfway");
/** Whoever has a seat. */
export const seated: readonly Who[] = signedIn.filter((who) => who !== "newcomer");
export const providers: readonly Who[] = seated.filter((who) => who.startsWith("provider."));
export const authorities: readonly Who[] = seated.filter((who) => who.startsWith("authority."));
export const stewards: readonly Who[] = seated.filter((who) => who.startsWith("steward."));
export const auditors: readonly Who[] = seated.filter((who) => who.includes(".auditor"));

export const atHome = (group: readonly Who[]) => group.filter((who) => !who.endsWith("@other"));
export const writers: readonly Who[] = ["provider.editor", "provider.signatory"];
export const signers: readonly Who[] = ["provider.signatory"];
export const assessors: readonly Who[] = ["steward.assessor", "steward.admin"];
export const registrars: readonly Who[] = ["steward.admin"];
/** Whoever reads every history: assessors, and the auditors of any organisation. */
export const readers: readonly Who[] = [...assessors, ...auditors];
export const nobody: readonly Who[] = [];

/** The same role at any organisation of its kind. */
export const anywhere = (...roles: Who[]): Who[] =>
  everybody.filter((who) => roles.some((role) => who === role || who === `${role}@other`));

import { inDatabase } from "./database";

/*
 * Weeks go by between the steps of a call-off, and a journey cannot wait for them. Here only time is moved: the dates of
 * one call-off, straight in the database. No state is, and nothing is written that a person would have to do.
 */

const idOf = (callOff: string) => callOff.split("/").at(-1) ?? "";

/** Tenders close now: after every one that came in, and before whatever comes next. `callOff` is its address. */
export async function closeNow(callOff: string) {
  await inDatabase(
    `update "CallOff" set "closesAt" = clock_timestamp(), "clarifyUntil" = least("clarifyUntil", clock_timestamp() - interval '1 minute')
     where "id" = $1::uuid`,
    [idOf(callOff)],
  );
}

/** The award notice went out three weeks ago, and the last day of the standstill was yesterday. `callOff` is its address. */
export async function standstillOver(callOff: string) {
  await inDatabase(
    `update "CallOff" set "noticedAt" = "noticedAt" - interval '21 days', "standstillEndsOn" = current_date - 1
     where "id" = $1::uuid`,
    [idOf(callOff)],
  );
}

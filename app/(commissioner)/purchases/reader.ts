import { notFound } from "next/navigation";
import { isAuditor, type Member } from "@/lib/core/actor";
import { requireMember } from "@/lib/identity/session";

/** Somebody of an authority, or an auditor of any organisation: to others these pages do not exist. */
export async function requireBuyer(): Promise<Member> {
  const actor = await requireMember();
  return actor.kind === "authority" || isAuditor(actor) ? actor : notFound();
}

/** A text from the address, or the empty text. */
export const asked = (value: string | string[] | undefined): string => String([value ?? ""].flat()[0] ?? "");

/** The page of a list that the address asks for. */
export function askedPage(value: string | string[] | undefined): number {
  const page = Number(asked(value));
  return Number.isSafeInteger(page) && page > 0 && page < 10_000 ? page : 1;
}

"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { system } from "@/lib/core/actor";
import { endSession } from "@/lib/identity/commands/sessions";
import { giveUpSession } from "@/lib/identity/session";

/** Ends the session in the database first: the cookie is worth nothing from then on. */
export async function signOut() {
  const tokenHash = await giveUpSession();
  // As the system: whoever holds the token may end it, even before the second step, and that it had ended is no fault.
  if (tokenHash) await endSession(system, { tokenHash });
  revalidatePath("/", "layout");
  redirect("/");
}

import { notFound } from "next/navigation";
import { mayDesign } from "@/lib/register/market/policy";
import { findRegister } from "@/lib/register/market/queries";
import { requireReader } from "../../reader";

/** A register that is still being designed, for an admin. To others, and once it is published, this page does not exist. */
export async function requireDraft(params: Promise<{ id: string }>) {
  const [{ id }, actor] = await Promise.all([params, requireReader()]);
  const register = await findRegister(actor, id);
  if (!register || register.frozenAt || !mayDesign(actor)) notFound();
  return { actor, register };
}

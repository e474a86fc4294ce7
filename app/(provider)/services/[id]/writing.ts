import { notFound } from "next/navigation";
import { requireMember } from "@/lib/identity/session";
import { mayEdit } from "@/lib/register/service/policy";
import { findService, titleOf } from "@/lib/register/service/queries";

/** The service that a page writes, for somebody who writes for its organisation; to others the page does not exist. */
export async function serviceToWrite(params: Promise<{ id: string }>) {
  const { id } = await params;
  const actor = await requireMember("provider");
  const service = (await findService(actor, id)) ?? notFound();
  if (!mayEdit(actor, service)) notFound();
  return { service, title: titleOf(service), locked: whyLocked(service) };
}

type Standing = NonNullable<Awaited<ReturnType<typeof findService>>>;

function whyLocked({ state, draft }: Standing): string | null {
  if (state === "withdrawn") return "This service has been withdrawn.";
  if (!draft) return "This service is published. Choose “Change what it says” on its page, and change a new version.";
  return draft.submittedAt ? "An assessor is checking it. You can change it when it comes back." : null;
}

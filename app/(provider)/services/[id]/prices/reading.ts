import { requireMember } from "@/lib/identity/session";
import { stateWords } from "@/lib/register/service/words";
import { serviceToWrite } from "../writing";

/** The service whose prices a page changes, for somebody who writes for its organisation, and why they may not be changed now. */
export async function serviceToPrice(params: Promise<{ id: string }>) {
  const actor = await requireMember("provider");
  const { service, title } = await serviceToWrite(params);
  const { state } = service;
  const locked =
    state === "inReview"
      ? "An assessor is checking it. You can change its prices when it comes back."
      : state === "withdrawn"
        ? stateWords.withdrawn.meaning
        : null;
  return { actor, service, title, locked };
}

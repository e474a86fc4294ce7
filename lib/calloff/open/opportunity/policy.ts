import { type Actor, holds } from "@/lib/core/actor";

/** Who may be told of new opportunities: a provider's editors and signatories, who could tender. */
export const mayWatch = (actor: Actor): boolean => holds(actor, "provider", "editor", "signatory");

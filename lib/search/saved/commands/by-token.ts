import "server-only";
import { command, type Scene } from "@/lib/core/door/command";
import { ResumeInput, StopInput } from "../schema";
import { idIn, isGenuine } from "../token";

/** Whoever has the token from an e-mail needs no seat and no session: it is for this one search, and for its pace alone. */
const loadByToken = async ({ tx }: Scene, { token }: { token: string }) => {
  const id = idIn(token);
  return id && isGenuine(token, "unsubscribe", id)
    ? tx.savedSearch.findUnique({ where: { id }, select: { id: true, pace: true } })
    : null;
};
const byToken = () => true;

/** Stops the e-mails of one saved search, without signing in. Stopping twice is well; the pace that there was is given back. */
export const stopAlerts = command({
  event: "savedSearch.stop",
  input: StopInput,
  load: loadByToken,
  allow: byToken,
  run: async ({ tx }, { id, pace }) => {
    await tx.savedSearch.updateMany({ where: { id }, data: { pace: "off" } });
    return { value: { id, was: pace }, id, detail: { from: pace } };
  },
});

/** Takes back that e-mails were stopped. */
export const resumeAlerts = command({
  event: "savedSearch.resume",
  input: ResumeInput,
  load: loadByToken,
  allow: byToken,
  run: async ({ tx }, { id }, { pace }) => {
    await tx.savedSearch.updateMany({ where: { id, pace: "off" }, data: { pace } });
    return { value: { id }, id, detail: { to: pace } };
  },
});

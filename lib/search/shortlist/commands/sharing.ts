import "server-only";
import { command, type Scene } from "@/lib/core/door/command";
import { refuse, refuseField } from "@/lib/core/door/result";
import { tell } from "@/lib/core/messages/notify";
import type { Prisma } from "@/lib/core/prisma/client";
import type { Role } from "@/lib/core/prisma/enums";
import { mayShare, visibleTo } from "../policy";
import { ShareInput, UnshareInput } from "../schema";
import { refusalWords, sharingWords } from "../words";
import { owner } from "./held";

const shared = {
  ...owner,
  reference: true,
  name: true,
  organisation: { select: { name: true } },
} satisfies Prisma.ShortlistSelect;

const load = ({ tx, actor }: Scene, { shortlistId }: { shortlistId: string }) =>
  tx.shortlist.findFirst({ where: { id: shortlistId, AND: visibleTo(actor) }, select: shared });

/** Who is told at an authority that a list is there to read, or no longer. */
const readers: Role[] = ["commissioner", "approver"];

/**
 * Lets other authorities read a shortlist: its question, versions, prices, notes and reasons, until it is taken back. Their
 * commissioners and approvers are told. Refuses its own authority, one that is no longer there, and those who read it already.
 */
export const shareShortlist = command({
  event: "shortlist.share",
  input: ShareInput,
  load,
  allow: mayShare,
  run: async (scene, { id, reference, name, organisationId: own, organisation }, { organisationIds }) => {
    const { tx, actor, now } = scene;
    const authorities = await tx.organisation.findMany({
      where: { id: { in: organisationIds, not: own }, kind: "authority", validTo: null },
      select: { id: true },
      orderBy: { id: "asc" },
    });
    if (authorities.length !== new Set(organisationIds).size) refuseField("organisationIds", refusalWords.notThere);
    const said = { sharedAt: now, sharedById: actor.id ?? refuse("forbidden", "You cannot do that.") };
    const to: string[] = [];
    for (const { id: organisationId } of authorities) {
      const data = [{ shortlistId: id, organisationId, ...said }];
      const made = await tx.shortlistShare.createMany({ data, skipDuplicates: true });
      const again = await tx.shortlistShare.updateMany({
        where: { shortlistId: id, organisationId, endedAt: { not: null } },
        data: { ...said, endedAt: null },
      });
      if (made.count + again.count === 0) continue;
      to.push(organisationId);
      await tell(
        scene,
        { organisationId, roles: readers },
        sharingWords.told(organisation.name, { id, name, reference }),
      );
    }
    if (to.length === 0) refuse("conflict", refusalWords.sharedAlready);
    return { value: { id }, id, detail: { to } };
  },
});

/** Takes a shortlist back from an authority: from now on its people find nothing there. They are told. */
export const unshareShortlist = command({
  event: "shortlist.unshare",
  input: UnshareInput,
  load,
  allow: mayShare,
  run: async (scene, { id, reference, name, organisation }, { organisationId }) => {
    const { tx, now } = scene;
    const { count } = await tx.shortlistShare.updateMany({
      where: { shortlistId: id, organisationId, endedAt: null },
      data: { endedAt: now },
    });
    if (count === 0) refuse("conflict", refusalWords.notShared);
    await tell(
      scene,
      { organisationId, roles: readers },
      sharingWords.takenBack(organisation.name, { name, reference }),
    );
    return { value: { id }, id, detail: { from: organisationId } };
  },
});

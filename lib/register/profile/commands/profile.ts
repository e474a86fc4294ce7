import "server-only";
import { command, type Scene } from "@/lib/core/door/command";
import { refuse, refuseChanged, refuseField } from "@/lib/core/door/result";
import { pounds } from "@/lib/core/values/format";
import { londonDay } from "@/lib/core/values/moment";
import { mayWrite, visibleTo } from "../policy";
import { sizeOf } from "../rules";
import { ProfileInput } from "../schema";

/** Saves what an organisation says of itself. Its size follows from staff and income. A colleague's change since is shown, not overwritten. */
export const saveProfile = command({
  event: "provider.save",
  input: ProfileInput,
  load: async ({ tx, actor }) => {
    const own = await tx.organisation.findFirst({
      where: { AND: [visibleTo(actor), { id: actor.organisationId ?? "" }] },
      select: { id: true },
    });
    return own && { organisationId: own.id };
  },
  allow: mayWrite,
  run: async (scene, { organisationId }, { version, income, ...said }) => {
    const { tx, actor, now } = scene;
    if (said.incomeYear > Number(londonDay(now).slice(0, 4)))
      refuseField("incomeYear", "The year cannot be in the future");
    const size = sizeOf({ staffFte: said.staffFte, incomePence: income });
    const data = { ...said, size, incomePence: income, updatedAt: now, updatedById: actor.id };
    const count =
      version === 0
        ? await tx.provider.createMany({ data: [{ ...data, organisationId }], skipDuplicates: true })
        : await tx.provider.updateMany({
            where: { organisationId, version },
            data: { ...data, version: { increment: 1 } },
          });
    if (count.count === 0) await refuseNewer(scene, organisationId);
    return { value: { id: organisationId, size }, id: organisationId, detail: { version: version + 1, size } };
  },
});

async function refuseNewer({ tx }: Scene, organisationId: string): Promise<never> {
  const late = await tx.provider.findUnique({ where: { organisationId } });
  if (!late) return refuse("conflict", "This has changed. Open the page again.");
  const by = late.updatedById
    ? await tx.user.findUnique({ where: { id: late.updatedById }, select: { name: true } })
    : null;
  return refuseChanged({
    by: by?.name ?? "A colleague",
    at: late.updatedAt.toISOString(),
    version: late.version,
    values: {
      "Income in a year": `${pounds(late.incomePence)} (${late.incomeYear})`,
      Staff: late.staffFte.toString(),
      "Voluntary, community or social enterprise": late.vcse ? "Yes" : "No",
      "Led by lived experience": late.ledByLivedExperience ? "Yes" : "No",
      "What you do": late.about,
      "Where people live": late.areaOfBenefit,
      "Designed with people": late.coDesign,
      Website: late.website ?? "",
      "Email for buyers": late.contactEmail ?? "",
    },
  });
}

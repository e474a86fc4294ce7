import "server-only";
import { command, type Scene } from "@/lib/core/door/command";
import { refuse, refuseField } from "@/lib/core/door/result";
import { newId } from "@/lib/core/values/id";
import { londonDay } from "@/lib/core/values/moment";
import { nextReference } from "@/lib/core/values/reference-number";
import { mayChange, mayStart } from "../policy";
import { partnerFault, shareFault } from "../rules";
import { ChangeConsortiumInput, type ConsortiumPlan, StartConsortiumInput } from "../schema";
import { hold, load, tellPartners } from "./step";

/**
 * A signatory of a member proposes a consortium that it will lead, with each partner's share. Its own signature is its
 * agreement. Refuses a partner that is no member of the register, and shares that are not the whole.
 */
export const startConsortium = command({
  event: "consortium.start",
  input: StartConsortiumInput,
  load: async ({ actor }) => ({ leadId: actor.organisationId ?? "" }),
  allow: mayStart,
  run: async (scene, { leadId }, plan) => {
    const { tx, actor, now } = scene;
    if ((await tx.membership.count({ where: { organisationId: leadId, state: "active" } })) === 0)
      refuse("conflict", "Only a member of the register can lead a consortium. Join a part first.");
    const id = newId(now.getTime());
    const partners = await resolved(scene, leadId, plan);
    const lead = await tx.organisation.findUniqueOrThrow({ where: { id: leadId }, select: { address: true } });
    await tx.organisation.create({
      data: {
        id,
        reference: await nextReference(scene, "TO"),
        kind: "provider",
        name: plan.name,
        typeCode: "consortium",
        address: lead.address,
        validFrom: new Date(londonDay(now)),
        createdAt: now,
      },
    });
    await tx.consortium.create({
      data: { organisationId: id, leadId, purpose: plan.purpose, createdById: actor.id ?? "", createdAt: now },
    });
    await writePartners(scene, id, leadId, plan, partners);
    await tellAsked(scene, id, leadId, plan.name);
    return { value: { id }, id, detail: { leadId, partners: partners.length + 1 } };
  },
});

/** Changes the plan while it is forming. Every partner but the lead is asked anew, because it is another plan. */
export const changeConsortium = command({
  event: "consortium.change",
  input: ChangeConsortiumInput,
  load,
  allow: mayChange,
  run: async (scene, { id, leadId, version: current }, { version, ...plan }) => {
    const { tx } = scene;
    if ((await hold(scene, id)) !== "forming") refuse("conflict", "This can only be changed while it is being formed.");
    if (version !== current) refuse("conflict", "A colleague changed this since you opened it. Open the page again.");
    const partners = await resolved(scene, leadId, plan);
    await tx.organisation.update({ where: { id }, data: { name: plan.name } });
    await tx.consortium.update({
      where: { organisationId: id },
      data: { purpose: plan.purpose, version: { increment: 1 } },
    });
    await tx.consortiumPartner.deleteMany({ where: { consortiumId: id } });
    await writePartners(scene, id, leadId, plan, partners);
    await tellAsked(scene, id, leadId, plan.name);
    return { value: { id }, id, detail: { partners: partners.length + 1, version: version + 1 } };
  },
});

async function tellAsked(scene: Scene, id: string, leadId: string, name: string) {
  const lead = await scene.tx.organisation.findUniqueOrThrow({ where: { id: leadId }, select: { name: true } });
  const body = `${lead.name} asks you to be a partner. One of your signatories agrees or declines.`;
  await tellPartners(scene, id, { title: `A consortium: ${name}`, body }, leadId);
}

/** The organisations that a plan names, in its order. */
async function resolved({ tx }: Scene, leadId: string, plan: ConsortiumPlan): Promise<string[]> {
  const wrong = shareFault(plan.ownShare, plan.partners);
  if (wrong) refuseField(wrong.field, wrong.message);
  const ids: string[] = [];
  for (const [at, { who }] of plan.partners.entries()) {
    const exactly = who.replace(/[%_\\]/g, "\\$&");
    const found = await tx.organisation.findMany({
      where: {
        kind: "provider",
        memberships: { some: { state: "active" } },
        OR: [
          { reference: { equals: exactly, mode: "insensitive" } },
          { name: { equals: exactly, mode: "insensitive" } },
        ],
      },
      select: { id: true, name: true, consortium: { select: { state: true } } },
      orderBy: { id: "asc" },
      take: 2,
    });
    const named = found.map(({ consortium, ...one }) => ({ ...one, isConsortium: consortium !== null }));
    const fault = partnerFault(named, who, new Set(ids), leadId);
    if (fault) refuseField(`partners.${at}.who`, fault);
    ids.push(named[0]?.id ?? "");
  }
  return ids;
}

async function writePartners(
  { tx, actor, now }: Scene,
  consortiumId: string,
  leadId: string,
  { ownShare, ownDoes, partners }: ConsortiumPlan,
  ids: readonly string[],
) {
  const answered = { state: "agreed", answeredById: actor.id, answeredAt: now } as const;
  const common = { consortiumId, askedAt: now };
  await tx.consortiumPartner.createMany({
    data: [
      { ...common, ...answered, id: newId(now.getTime()), organisationId: leadId, shareBp: ownShare, does: ownDoes },
      ...partners.map(({ share, does }, at) => ({
        ...common,
        id: newId(now.getTime()),
        organisationId: ids[at] ?? "",
        shareBp: share,
        does,
      })),
    ],
  });
}

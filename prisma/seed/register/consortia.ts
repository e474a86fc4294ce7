import type { Member } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { agreeToShare } from "@/lib/register/consortium/commands/answer";
import { startConsortium } from "@/lib/register/consortium/commands/plan";
import { approveService } from "@/lib/register/service/commands/review";
import { submitService } from "@/lib/register/service/commands/send";
import { act, daysAgo, member } from "../play";
import { templates } from "../services";
import { describe } from "./describe";
import type { Ground, Joined } from "./join";

/** One consortium that stands and offers a service, and one that waits for its partners. */
export async function formConsortia(assessor: Member, members: Map<string, Joined>, ground: Ground) {
  const of = (name: string) => {
    const found = members.get(name);
    if (!found) throw new Error(`${name} is no member.`);
    return found;
  };
  const [lead, partner] = [of("Severn Handrail"), of("Moorland Bridges")];
  const { id } = await act(
    startConsortium,
    lead.actor,
    {
      name: "West Country Welcome",
      purpose: "Two charities meet people at the gate together, from Gloucester to Penzance, and stay for a year.",
      ownShare: "60",
      ownDoes: "Meets people at the gate and runs the groups",
      partners: [{ who: "Moorland Bridges", share: "40", does: "Finds the mentors and trains them" }],
    },
    daysAgo(70),
  );
  const { id: partnerId } = await db.consortiumPartner.findFirstOrThrow({
    where: { consortiumId: id, organisationId: partner.actor.organisationId },
    select: { id: true },
  });
  await act(agreeToShare, partner.actor, { partnerId, signed: "yes" }, daysAgo(66));
  await offer(assessor, member("provider", lead.actor.id, id, ["signatory", "editor"]), lead, ground);

  await act(
    startConsortium,
    of("Medway Lantern").actor,
    {
      name: "Kent Doorways",
      purpose: "Three Kent organisations share their rooms, so that nobody is turned away for want of a bed nearby.",
      ownShare: "50",
      ownDoes: "Runs the houses in Medway and Maidstone",
      partners: [
        { who: "Harbour Steps Trust", share: "30", does: "Supports people in their rooms" },
        { who: "Tidewater Housing Friends", share: "20", does: "Lets its own flats" },
      ],
    },
    daysAgo(6),
  );
}

/** Whoever writes for the lead writes the consortium's services, and a steward checks them like any other. */
async function offer(assessor: Member, actor: Member, { charity }: Joined, ground: Ground) {
  const category = "social-inclusion";
  const [template] = templates[category] ?? [];
  if (!template) throw new Error("There is no service for a consortium to offer.");
  const own = { ...template, title: "A welcome at the gate, and a mentor after it" };
  const serviceId = await describe(actor, { charity, category, template: own, at: 91 }, ground, daysAgo(60));
  const { draft } = await db.service.findUniqueOrThrow({
    where: { id: serviceId },
    select: { draft: { select: { edit: true } } },
  });
  await act(submitService, actor, { serviceId, edit: draft?.edit }, daysAgo(59));
  await act(approveService, assessor, { serviceId }, daysAgo(57));
}

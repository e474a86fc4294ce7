import "server-only";
import { command, type Scene } from "@/lib/core/door/command";
import { refuse, refuseField } from "@/lib/core/door/result";
import { tell } from "@/lib/core/messages/notify";
import { newId } from "@/lib/core/values/id";
import { asDate, londonDay } from "@/lib/core/values/moment";
import { toPercent } from "@/lib/core/values/share";
import { sealPartner, unsealPartner } from "../../../seal/box";
import { partnerAddress, partnerStep } from "../../partner/commands/step";
import { type PartnerContent, type QualityContent, written } from "../content";
import { mayEdit } from "../policy";
import { sharesFault } from "../rules";
import { PartnersInput, type PartnerTyped } from "../schema";
import { problems } from "../words";
import { type HeldTender, holdTender } from "./held";
import { contentOf, saveDraft, unkeyed } from "./step";

/**
 * Names the sub-contractors: which organisation, its share, how much of the volume, and what it does. Each is asked to
 * confirm, and asked again when its share changes. Refuses an organisation that is not on the register, one's own, one
 * named twice, and shares that leave nothing for oneself.
 */
export const savePartners = unkeyed(
  command({
    event: "tender.savePartners",
    input: PartnersInput,
    load: (scene, { id }) => holdTender(scene, id),
    allow: mayEdit,
    run: async (scene, row, { version, partners: typed }) => {
      const wrong = sharesFault(typed.map(({ share }) => share));
      if (wrong) refuseField(`partners.${typed.length - 1}.share`, wrong);
      const named = await resolved(scene, row, typed);
      const { quality } = contentOf(row);
      const now = Object.fromEntries(
        quality.partners.map(({ name, shareBp, does }) => [name, `${toPercent(shareBp)}%. ${does}`]),
      );
      const changed = await saveDraft(scene, row, { version, quality: { ...quality, partners: named }, now });
      if (changed) await ask(scene, row, named);
      return { value: { id: row.id }, id: row.id, detail: { changed, partners: named.length } };
    },
  }),
);

type Named = QualityContent["partners"][number];

/** The organisations that were named, in their order. One that was named before keeps its row. */
async function resolved({ tx, now }: Scene, row: HeldTender, typed: readonly PartnerTyped[]): Promise<Named[]> {
  const named: Named[] = [];
  const today = asDate(londonDay(now));
  for (const [at, { who, share, volume, does }] of typed.entries()) {
    const exactly = who.replace(/[%_\\]/g, "\\$&");
    const found = await tx.organisation.findMany({
      where: {
        kind: "provider",
        validFrom: { lte: today },
        AND: [
          { OR: [{ validTo: null }, { validTo: { gte: today } }] },
          {
            OR: [
              { reference: { equals: exactly, mode: "insensitive" } },
              { name: { equals: exactly, mode: "insensitive" } },
            ],
          },
        ],
      },
      select: { id: true, name: true, provider: { select: { vcse: true } } },
      orderBy: { id: "asc" },
      take: 2,
    });
    const fault = faultOf(found, row, named);
    if (fault) refuseField(`partners.${at}.who`, fault);
    const { id: organisationId = "", name = "", provider } = found[0] ?? {};
    const partnerId = row.partners.find((one) => one.organisationId === organisationId)?.id ?? newId(now.getTime());
    named.push({ partnerId, organisationId, name, shareBp: share, volume, does, vcse: provider?.vcse ?? false });
  }
  return named;
}

function faultOf(found: readonly { id: string }[], row: HeldTender, named: readonly Named[]): string | null {
  const [one, other] = found;
  if (!one) return "We know no organisation with this name or reference. Look it up in the register";
  if (other) return "Several organisations have this name. Enter the reference instead, like TO-2026-000123";
  if (one.id === row.organisationId) return "This is your own organisation. Name only the others";
  return named.some(({ organisationId }) => organisationId === one.id) ? "This organisation is named twice" : null;
}

/** Writes the rows that the organisations answer: new ones are asked, changed ones asked again, the others let alone. */
async function ask(scene: Scene, row: HeldTender, named: readonly Named[]) {
  const { tx, now } = scene;
  const key = row.callOff.key ?? refuse("conflict", problems.closed);
  const dropped = row.partners.filter(({ id }) => !named.some(({ partnerId }) => partnerId === id));
  await tx.tenderPartner.deleteMany({ where: { id: { in: dropped.map(({ id }) => id) } } });
  for (const { partnerId, organisationId, shareBp, volume, does } of named) {
    const content: PartnerContent = { shareBp, volume, does };
    const before = row.partners.find(({ id }) => id === partnerId);
    const sealed = sealPartner(key, partnerId, content);
    if (!before) {
      await tx.tenderPartner.create({
        data: { id: partnerId, tenderId: row.id, organisationId, sealed, askedAt: now },
        select: { id: true },
      });
    } else {
      if (before.sealed && written(unsealPartner(key, partnerId, before.sealed)) === written(content)) continue;
      if (before.state !== "asked") await partnerStep.within(scene, "ask", before, { tenderId: row.id });
      await tx.tenderPartner.update({
        where: { id: partnerId },
        data: { sealed, askedAt: now },
        select: { id: true },
      });
    }
    await tell(
      scene,
      { organisationId, roles: ["editor", "signatory"] },
      {
        title: "You are named as a sub-contractor",
        body: "Read your share of the work. One of your signatories confirms it or declines.",
        href: partnerAddress({ id: partnerId }),
      },
    );
  }
}

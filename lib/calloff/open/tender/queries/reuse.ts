import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { isId } from "@/lib/core/values/id";
import { ownContent } from "../../../seal/own";
import { ownTenders } from "../policy";
import { wordsIn } from "../rules";

/** Text that an organisation wrote before, with where it comes from. It is offered, never put in by itself. */
export type Reusable = { key: string; from: string; text: string; words: number };

const MOST = 8;
const plain = (title: string) => title.trim().toLowerCase().replace(/\s+/g, " ");

/**
 * What the actor's own organisation has written before and may want again for a question: its earlier tenders' answers
 * to questions of the same title, newest first, then its newest answers to the conditions of the register.
 */
export async function listReusable(
  actor: Actor,
  { tenderId, title }: { tenderId: string; title: string },
): Promise<Reusable[]> {
  const organisationId = actor.organisationId;
  if (actor.kind !== "provider" || !organisationId || !isId(tenderId)) return [];
  const [earlier, profile] = await Promise.all([
    db.tender.findMany({
      where: { AND: ownTenders(actor), id: { not: tenderId } },
      select: {
        id: true,
        sealedQuality: true,
        callOff: {
          select: {
            title: true,
            key: { select: { callOffId: true, quality: true, price: true } },
            criteria: { select: { id: true, title: true } },
          },
        },
      },
      orderBy: [{ createdAt: "desc" }, { id: "asc" }],
      take: 20,
    }),
    db.profileAnswer.findMany({
      where: { organisationId, text: { not: "" } },
      distinct: ["conditionId"],
      select: { id: true, text: true, condition: { select: { title: true, number: true } } },
      orderBy: [{ conditionId: "asc" }, { version: "desc" }],
      take: 100,
    }),
  ]);
  const tenders = earlier.flatMap(({ id, sealedQuality, callOff }) => {
    const content = ownContent(callOff.key, id, { sealedQuality, sealedPrice: null });
    const alike = callOff.criteria.filter((criterion) => plain(criterion.title) === plain(title));
    return alike.flatMap(({ id: criterionId }) => {
      const text = content?.quality.answers.find((answer) => answer.criterionId === criterionId)?.text ?? "";
      return text ? [{ key: `${id}.${criterionId}`, from: `Your tender for ${callOff.title}`, text }] : [];
    });
  });
  const answers = profile
    .toSorted((one, two) => one.condition.number - two.condition.number)
    .map(({ id, text, condition }) => ({ key: id, from: `Your profile: ${condition.title}`, text }));
  return [...tenders.slice(0, MOST), ...answers].map((one) => ({ ...one, words: wordsIn(one.text) }));
}

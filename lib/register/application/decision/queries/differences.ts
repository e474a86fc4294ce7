import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/prisma/client";
import { day } from "@/lib/core/values/format";
import { isId } from "@/lib/core/values/id";
import { reference } from "@/lib/reference/queries";
import { readsQueue, visibleTo } from "../../policy";

/** One thing that is not as it was: what it is, and how it stood then and stands now; null where it was not there. */
export type Difference = { id: string; what: string; before: string | null; now: string | null };

/** What has changed since the last application that was decided. */
export type Differences = {
  last: {
    id: string;
    reference: string;
    decidedAt: Date;
    parts: { title: string; decision: "admitted" | "refused" | null; reasons: string | null }[];
  };
  answers: Difference[];
  grounds: Difference[];
  services: Difference[];
  same: number;
};

const compared = {
  id: true,
  reference: true,
  organisationId: true,
  submittedAt: true,
  decidedAt: true,
  parts: {
    select: { partId: true, decision: true, reasons: true, part: { select: { number: true, title: true } } },
    orderBy: { part: { number: "asc" } },
  },
  answers: {
    select: {
      condition: { select: { id: true, code: true, number: true, title: true } },
      profileAnswer: { select: { id: true, met: true, text: true, expiresOn: true } },
    },
    orderBy: { condition: { number: "asc" } },
  },
  grounds: {
    select: {
      groundCode: true,
      groundAnswer: { select: { id: true, applies: true, whatHappened: true, putRight: true } },
    },
  },
} satisfies Prisma.ApplicationSelect;

type Row = Prisma.ApplicationGetPayload<{ select: typeof compared }>;

/**
 * What an organisation has changed since it was last decided on, side by side: answers, exclusion grounds, services. An
 * answer that is the same version, or says the same, is not a difference. Null at a first application, and for whoever
 * does not read the queue.
 */
export async function findDifferences(actor: Actor, id: string): Promise<Differences | null> {
  if (!readsQueue(actor) || !isId(id)) return null;
  const now = await db.application.findFirst({ where: { id, AND: visibleTo(actor) }, select: compared });
  if (!now?.submittedAt) return null;
  const last = await db.application.findFirst({
    where: {
      AND: [
        visibleTo(actor),
        { organisationId: now.organisationId, state: "decided", decidedAt: { lt: now.submittedAt }, id: { not: id } },
      ],
    },
    select: compared,
    orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
  });
  if (!last?.decidedAt) return null;
  const answers = answersThat(last, now);
  return {
    last: {
      id: last.id,
      reference: last.reference,
      decidedAt: last.decidedAt,
      parts: last.parts.map(({ part, decision, reasons }) => ({
        title: `${part.number}. ${part.title}`,
        decision,
        reasons,
      })),
    },
    answers,
    grounds: await groundsThat(last, now),
    services: await servicesThat(last.decidedAt, now),
    same: now.answers.length - answers.filter((one) => one.now !== null).length,
  };
}

type Answer = Row["answers"][number];

/** The same condition in another register has another id, and the same code. */
const keyOf = ({ condition: { id, code } }: Answer) => code || id;

function answersThat(last: Row, now: Row): Difference[] {
  const then = new Map(last.answers.map((answer) => [keyOf(answer), answer]));
  const asked = new Set(now.answers.map(keyOf));
  return [
    ...now.answers.map((answer) => different(answer, then.get(keyOf(answer)), answer)),
    ...last.answers.filter((answer) => !asked.has(keyOf(answer))).map((answer) => different(answer, answer, undefined)),
  ].flatMap((one) => one ?? []);
}

function different({ condition }: Answer, then: Answer | undefined, now: Answer | undefined): Difference | null {
  const [before, after] = [then && said(then), now && said(now)];
  if (before === after) return null;
  return {
    id: condition.id,
    what: `${condition.number}. ${condition.title}`,
    before: before ?? null,
    now: after ?? null,
  };
}

const said = ({ profileAnswer: { met, text, expiresOn } }: Answer) =>
  [met ? "Yes" : "No, or not yet", text, expiresOn && `In date until ${day(expiresOn)}`].filter(Boolean).join("\n");

async function groundsThat(last: Row, now: Row): Promise<Difference[]> {
  const { grounds } = await reference();
  const say = (row: Row, code: string) => {
    const answer = row.grounds.find(({ groundCode }) => groundCode === code)?.groundAnswer;
    if (!answer) return null;
    return answer.applies
      ? ["It applies", answer.whatHappened, answer.putRight].filter(Boolean).join("\n")
      : "Does not apply";
  };
  return grounds.all.flatMap(({ code, name }) => {
    const [before, after] = [say(last, code), say(now, code)];
    return before === after ? [] : [{ id: code, what: name, before, now: after }];
  });
}

/** Services of the parts asked for that are new, or were written again, since a moment; with the summary before that, if it is still known. */
async function servicesThat(since: Date, { organisationId, parts }: Row): Promise<Difference[]> {
  const services = await db.service.findMany({
    where: { organisationId, partId: { in: parts.map(({ partId }) => partId) }, state: { not: "withdrawn" } },
    select: {
      id: true,
      reference: true,
      createdAt: true,
      versions: {
        select: { title: true, summary: true, editedAt: true },
        orderBy: { number: "desc" },
        take: 2,
      },
    },
    orderBy: { reference: "asc" },
    take: 100,
  });
  return services.flatMap(({ id, reference, createdAt, versions }) => {
    const [newest, earlier] = versions;
    if (!newest || newest.editedAt <= since) return [];
    const text = ({ title, summary }: { title: string; summary: string }) => `${title}\n${summary}`;
    const known = earlier ? text(earlier) : "It was there. Its words were changed in place.";
    return [{ id, what: reference, before: createdAt > since ? null : known, now: text(newest) }];
  });
}

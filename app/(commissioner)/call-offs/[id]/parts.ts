import type { Part, PartGroup } from "@/components/calloff/call-off/part-list";
import { type Section, sections, sectionWords } from "@/lib/calloff/before/need/words";
import type { CallOffCounts, CallOffFile } from "@/lib/calloff/record/queries/find";
import type { CallOffState } from "@/lib/core/prisma/enums";
import { count } from "@/lib/core/values/format";
import { briefOf } from "./sections";

const order: readonly CallOffState[] = [
  "draft",
  "conflictsAssessed",
  "funded",
  "published",
  "closed",
  "opened",
  "evaluating",
  "moderated",
  "awardProposed",
  "approved",
  "notified",
  "standstill",
  "concluded",
];

type Known = { callOff: CallOffFile; counts: CallOffCounts };

/** Everything there is to read about a call-off that is past its draft, by stage: what has come so far, each with its figure. */
export function partsOf({ callOff, counts }: Known): PartGroup[] {
  const base = `/call-offs/${callOff.id}`;
  const reached = (state: CallOffState) => furthest(callOff) >= order.indexOf(state);
  const part = (title: string, where: string, status: string, wait = false): Part => ({
    ...{ title, status, wait },
    href: `${base}/${where}`,
  });
  const written = (section: Section): Part => ({
    title: sectionWords[section].label,
    href: `${base}/${section}`,
    hint: briefOf(callOff, section),
  });
  const { invited, intend, tenders, questions, unanswered, amendments, summaries, challenges, openChallenges } = counts;
  const over = !order.includes(callOff.state);
  const judged = callOff.evaluators.filter(({ role }) => role === "evaluator");
  const finished = judged.filter(({ finishedAt }) => finishedAt !== null).length;
  const stages: PartGroup[] = [
    {
      title: "After the close",
      parts: [
        ...(reached("closed")
          ? [
              part(
                "Opening",
                "opening",
                reached("opened") ? count(tenders, "tender") : over ? "Never opened" : "Waits for two officers",
                !reached("opened") && !over,
              ),
            ]
          : []),
        ...(reached("opened") ? [part("Evaluators", "evaluators", count(judged.length, "evaluator"))] : []),
        ...(reached("evaluating")
          ? [
              part("Scores", "scores", `${finished} of ${judged.length} finished`),
              part("Moderation", "moderation", reached("moderated") ? "Locked" : "To come"),
            ]
          : []),
        ...(reached("moderated")
          ? [
              part("Ranking", "ranking", "Prices are open"),
              part(
                "Award",
                "award",
                reached("approved") ? "Approved" : reached("awardProposed") ? "Proposed" : "To propose",
              ),
            ]
          : []),
        ...(reached("notified")
          ? [part("Assessment summaries", "summaries", count(summaries, "summary", "summaries"))]
          : []),
        ...(reached("standstill") ? [part("Standstill", "standstill", "See the calendar")] : []),
        ...(reached("notified")
          ? [
              part(
                "Challenges",
                "challenges",
                openChallenges > 0 ? `${openChallenges} open` : some(challenges, "challenge"),
                openChallenges > 0,
              ),
            ]
          : []),
      ],
    },
    {
      title: callOff.state === "published" ? "While it is open" : "While it was open",
      parts: reached("published")
        ? [
            part(
              "Invitations",
              "invitations",
              callOff.state === "published"
                ? `${invited} invited, ${intend} will tender`
                : `${invited} invited, ${intend} meant to tender`,
            ),
            part(
              "Questions and answers",
              "clarifications",
              unanswered > 0 ? `${unanswered} to answer` : some(questions, "question"),
              unanswered > 0,
            ),
            ...(callOff.state === "published"
              ? [part("Change it, or give more time", "amend", some(amendments, "change"))]
              : []),
          ]
        : [],
    },
    { title: "What was written", parts: sections.map(written) },
  ];
  return stages.filter(({ parts }) => parts.length > 0);
}

/** How far a call-off came, also when it has ended since. */
function furthest({ state, ...row }: CallOffFile): number {
  const known = order.indexOf(state);
  if (known >= 0) return known;
  const passed: [CallOffState, Date | null][] = [
    ["notified", row.notifiedAt],
    ["approved", row.approvedAt],
    ["awardProposed", row.proposedAt],
    ["moderated", row.lockedAt],
    ["opened", row.openedAt],
    ["closed", row.closedAt],
    ["published", row.publishedAt],
  ];
  return order.indexOf(passed.find(([, at]) => at !== null)?.[0] ?? "draft");
}

const some = (many: number, one: string) => (many === 0 ? "None" : count(many, one));

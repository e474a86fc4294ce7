import type { TaskSection } from "@/components/ui/progress";
import { totalOf } from "@/lib/calloff/before/criteria/rules";
import { kindWords } from "@/lib/calloff/before/criteria/words";
import type { SectionStanding } from "@/lib/calloff/before/need/rules";
import { type Section, sectionStateWords, sectionWords } from "@/lib/calloff/before/need/words";
import type { CallOffFile } from "@/lib/calloff/record/queries/find";
import { routeWords } from "@/lib/calloff/record/words";
import { count, day, moment, percent, roundPounds } from "@/lib/core/values/format";

/** What stands in a section, in one line. */
export function briefOf(callOff: CallOffFile, section: Section): string {
  const { lots, criteria, conditions, funders, estimatePence, startsOn, endsOn, closesAt, route } = callOff;
  const briefs: Record<Section, string> = {
    need: startsOn && endsOn ? `From ${day(startsOn.toISOString())} to ${day(endsOn.toISOString())}.` : "",
    lots: lots.length > 0 ? `${count(lots.length, "lot")}, ${roundPounds(estimatePence)} with VAT and extensions.` : "",
    criteria: (["quality", "socialValue", "price"] as const)
      .map((kind) => `${kindWords[kind].label} ${percent(totalOf(criteria, kind))}`)
      .join(", "),
    conditions: conditions.length > 0 ? `${count(conditions.length, "condition")}.` : "Nothing but the answers counts.",
    timetable: closesAt ? `Closes ${moment(closesAt)}.` : "",
    route: route ? `${routeWords[route].label}.` : "",
    funders:
      funders.length > 1 ? `${count(funders.length, "body", "bodies")} share the cost.` : "Your authority pays all.",
    conflicts: "Written down.",
  };
  return briefs[section];
}

/** The task list of a draft: each part with how far it is, and the first thing that it lacks. */
export function draftSections(callOff: CallOffFile, standings: readonly SectionStanding[]): TaskSection[] {
  const base = `/call-offs/${callOff.id}`;
  const task = (section: Section) => {
    const { state = "notBegun", why = [] } = standings.find((found) => found.section === section) ?? {};
    const [first, ...more] = why;
    const left = more.length > 0 ? ` And ${count(more.length, "more thing")}.` : "";
    return {
      title: sectionWords[section].label,
      href: `${base}/${section}`,
      hint:
        state === "incomplete"
          ? `${first}${left}`
          : state === "notBegun"
            ? sectionWords[section].asks
            : briefOf(callOff, section),
      status: sectionStateWords[state].label,
      tone: sectionStateWords[state].tone,
    };
  };
  const link = (title: string, where: string, hint: string, status: string) => ({
    ...{ title, hint, status },
    href: `${base}/${where}`,
    tone: "good" as const,
  });
  return [
    { title: "Say what you need", tasks: [task("need"), task("lots")] },
    {
      title: "Choose how to buy it",
      tasks: [
        task("route"),
        link(
          "Who could deliver it",
          "forecast",
          "How many could deliver each lot, and how many have space.",
          "To read",
        ),
        link(
          "Ask the market",
          "engagement",
          "A board where providers answer before you write the rest.",
          callOff.engagementOpenedAt ? "Open" : "If you like",
        ),
      ],
    },
    { title: "Say how you will choose", tasks: [task("criteria"), task("conditions"), task("timetable")] },
    { title: "Agree who pays", tasks: [task("funders"), task("conflicts")] },
  ];
}

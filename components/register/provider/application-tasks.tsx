import { ProgressBar, type Task, TaskList } from "@/components/ui/progress";
import { count } from "@/lib/core/values/format";
import { missing, type Readiness } from "@/lib/register/application/rules";
import type { ConditionWithAnswer } from "@/lib/register/profile/queries";

type Props = {
  readiness: Readiness;
  answers: readonly ConditionWithAnswer[];
  hasProfile: boolean;
  groundsStarted: boolean;
  signs: boolean;
  /** The highest value that is asked for, in words. */
  value: string;
};

const done = { status: "Done", tone: "good" } as const;
const started = { status: "In progress", tone: "wait" } as const;
const untouched = { status: "Not started", tone: "note" } as const;

/** Everything that an application needs, in sections, with how far each is. */
export function ApplicationTasks({ readiness, answers, hasProfile, groundsStarted, signs, value }: Props) {
  const left = missing(readiness);
  const open = answers.filter(({ answer }) => answer === null);
  const minutes = open.reduce((total, condition) => total + condition.minutes, 0);
  const runOut = readiness.conditions.some(({ hasRunOut }) => hasRunOut);
  const sections = [
    {
      title: "About you",
      tasks: [
        {
          title: "Your organisation",
          href: "/apply/profile",
          hint: "Size, staff and what you do. About 5 minutes.",
          ...(readiness.isProfileDone ? done : hasProfile ? started : untouched),
        },
      ],
    },
    {
      title: "Your services",
      tasks: [
        {
          title: "Parts that you want to join",
          href: "/apply/parts",
          hint:
            readiness.parts.length > 0
              ? `${readiness.parts.map(({ title }) => title).join(", ")}. ${value}.`
              : "Each part is a kind of service. You choose how large the work may be, too.",
          ...(readiness.parts.length > 0 ? done : untouched),
        },
        ...serviceTasks(readiness),
      ],
    },
    {
      title: "Conditions",
      tasks: [
        {
          title: "Answer the conditions",
          href: "/apply/conditions",
          hint:
            answers.length === 0
              ? "Choose your parts first. They decide what you are asked."
              : open.length > 0
                ? `${answers.length - open.length} of ${answers.length} answered. About ${count(minutes, "minute")} left.`
                : runOut
                  ? "Something has run out."
                  : `All ${answers.length} answered.`,
          ...(answers.length > 0 && open.length === 0 && !runOut
            ? done
            : open.length === answers.length
              ? untouched
              : started),
        },
        {
          title: "Exclusion grounds",
          href: "/apply/grounds",
          hint: "24 things that could rule you out. For most, one press.",
          ...(readiness.groundsLeft === 0 ? done : groundsStarted ? started : untouched),
        },
      ],
    },
    { title: "Check and send", tasks: [checkTask(left.length, signs)] },
  ];
  const tasks = sections.slice(0, -1).flatMap((section): Task[] => section.tasks);
  return (
    <>
      <div className="mb-10 max-w-measure">
        <ProgressBar
          label="Done so far"
          value={tasks.filter(({ tone }) => tone === "good").length}
          max={tasks.length}
          said={`${tasks.filter(({ tone }) => tone === "good").length} of ${count(tasks.length, "task")}`}
        />
      </div>
      <TaskList sections={sections} />
    </>
  );
}

function serviceTasks({ parts, services }: Readiness): Task[] {
  return parts.flatMap((part): Task[] => {
    const own = services.filter(({ partId }) => partId === part.id);
    if (own.length === 0)
      return [
        {
          title: `Add a service for ${part.title}`,
          href: `/services/new?part=${part.id}`,
          hint: "About 10 minutes.",
          ...untouched,
        },
      ];
    return own.map(({ id, title, unfinished }) => ({
      title,
      href: `/services/${id}`,
      hint: unfinished.length === 0 ? part.title : `${part.title}. ${6 - unfinished.length} of 6 pages done.`,
      ...(unfinished.length === 0 ? done : started),
    }));
  });
}

function checkTask(left: number, signs: boolean): Task {
  const title = "Check your answers and send";
  if (!signs)
    return {
      title,
      href: "/apply/check",
      hint: "Somebody who signs for your organisation sends it.",
      status: left === 0 ? "Ready for a signatory" : "Cannot send yet",
      tone: "neutral",
    };
  return left === 0
    ? {
        title,
        href: "/apply/check",
        hint: "You see everything once more before it goes.",
        status: "Ready to send",
        tone: "note",
      }
    : {
        title,
        href: "/apply/check",
        hint: `${count(left, "thing")} to finish first.`,
        status: "Cannot send yet",
        tone: "neutral",
      };
}

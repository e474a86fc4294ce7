import { type Task as Drawn, TaskList } from "@/components/ui/progress";
import type { Task } from "@/lib/calloff/open/tender/progress";

const groups: { key: Task["group"]; title: string }[] = [
  { key: "work", title: "What you tender for" },
  { key: "questions", title: "Questions" },
  { key: "people", title: "Who does it" },
  { key: "price", title: "Price" },
];

type Props = {
  tenderId: string;
  tasks: readonly Task[];
  mayEdit: boolean;
  signs: boolean;
  ready: boolean;
  /** What stands here is what was submitted. */
  sent: boolean;
};

/** Everything there is to do in a tender, with how far each is; the last thing is to check it and send it. */
export function TenderTasks({ tenderId, tasks, mayEdit, signs, ready, sent }: Props) {
  const at = (path: string) => (mayEdit ? `/tenders/${tenderId}/${path}` : undefined);
  const sections = groups
    .map(({ key, title }) => ({
      title,
      tasks: tasks.filter(({ group }) => group === key).map((task) => ({ ...drawn(task), href: at(task.path) })),
    }))
    .filter((section) => section.tasks.length > 0);
  const last: Drawn = sent
    ? {
        title: "Read what you submitted",
        href: at("check"),
        hint: "Nothing has changed since.",
        status: "Submitted",
        tone: "good",
      }
    : {
        title: "Check your tender and submit it",
        href: at("check"),
        hint: signs
          ? "You can read it all first."
          : "You can read it all. A signatory of your organisation submits it.",
        status: ready ? "Ready" : "Not ready yet",
        tone: ready ? "wait" : "neutral",
      };
  return <TaskList sections={[...sections, { title: "Send", tasks: [last] }]} />;
}

function drawn({ title, done, started, missing, optional }: Task): Drawn {
  if (optional && !started)
    return { title, status: "None named", tone: "good", hint: "Only if others do a part of the work" };
  if (done) return { title, status: "Done", tone: "good" };
  return {
    title,
    status: started ? "Started" : "Not started",
    tone: started ? "wait" : "neutral",
    hint: started ? missing : undefined,
  };
}

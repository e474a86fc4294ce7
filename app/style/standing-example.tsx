import { Section } from "@/components/ui/page";
import { Line, ProgressBar, TaskList, Timeline } from "@/components/ui/progress";
import { Stat, Stats, Tag } from "@/components/ui/status";
import { Day, Moment, RoundMoney } from "@/components/ui/value";

const at = new Date("2027-06-03T16:00:00Z");

/** Where things stand: the line, tasks, words, numbers and what has happened. */
export function StandingExample() {
  return (
    <>
      <Section title="The line" id="line">
        <Line
          label="This application"
          stops={[
            { label: "Started", date: <Day on="2027-05-12" />, state: "done" },
            { label: "Submitted", date: <Day on="2027-06-03" />, state: "done" },
            { label: "Being assessed", date: "Since 4 June", state: "current", note: "1 question back" },
            { label: "Representations", state: "skipped" },
            {
              label: "Decided",
              date: (
                <>
                  By <Day on="2027-07-01" />
                </>
              ),
              state: "next",
            },
            { label: "On the register", state: "next" },
          ]}
          next={
            <>
              A steward reads each answer and replies by <Day on="2027-07-01" />. You do not have to do anything.
            </>
          }
        />
      </Section>
      <Section title="Words for standing" id="tags">
        <p className="flex flex-wrap gap-3">
          <Tag>Draft</Tag>
          <Tag tone="good">On the register</Tag>
          <Tag tone="wait">Waiting for approval</Tag>
          <Tag tone="bad">Declined</Tag>
          <Tag tone="note">Question back</Tag>
        </p>
      </Section>
      <Section title="Numbers that matter" id="stats">
        <Stats>
          <Stat label="Services on the register" value="1,204" compare="1,118 a year ago" />
          <Stat label="Median time to a decision" value="9" unit="working days" compare="The promise is 20" />
          <Stat label="Spent this year" value={<RoundMoney pence={123450000n} />} compare="58% of the budget" />
          <Stat label="Tenders for each call-off" value="3.4" compare="1.2 in 2021" />
        </Stats>
        <div className="mt-8 max-w-measure">
          <ProgressBar label="Budget committed" value={58} max={100} said="£580,000 of £1,000,000" />
        </div>
      </Section>
      <Section title="Tasks" id="tasks">
        <TaskList
          sections={[
            {
              title: "About you",
              tasks: [
                { title: "Your organisation", href: "/style#a", status: "Done", tone: "good" },
                {
                  title: "Size and income",
                  href: "/style#b",
                  status: "In progress",
                  tone: "note",
                  hint: "Two answers are missing.",
                },
              ],
            },
            {
              title: "What you offer",
              tasks: [
                {
                  title: "Services",
                  href: "/style#c",
                  status: "Question back",
                  tone: "wait",
                  hint: "A steward asked about one answer.",
                },
                { title: "Prices", status: "Cannot start yet", hint: "Describe a service first." },
              ],
            },
          ]}
        />
      </Section>
      <Section title="What has happened" id="timeline">
        <Timeline
          label="What has happened"
          entries={[
            {
              id: "3",
              what: "Question sent back on one answer",
              when: <Moment at={at} />,
              who: "Amrit Gill, Register team",
              more: "Please say which local authorities you cover.",
            },
            { id: "2", what: "Submitted", when: <Moment at={new Date("2027-06-03T08:30:00Z")} />, who: "Marta Reyes" },
            { id: "1", what: "Started", when: <Moment at={new Date("2027-05-12T11:00:00Z")} />, who: "Marta Reyes" },
          ]}
        />
      </Section>
    </>
  );
}

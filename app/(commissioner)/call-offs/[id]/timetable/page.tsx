import type { Metadata } from "next";
import { DeadlineTable } from "@/components/calloff/timetable/deadline-table";
import { TimetableFields } from "@/components/calloff/timetable/timetable-fields";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { Versioned } from "@/components/form/versioned";
import { TextLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { EmptyState, Notice } from "@/components/ui/message";
import { BackLink, PageHeader, Section } from "@/components/ui/page";
import { deadlinesOf } from "@/lib/calloff/before/timetable/deadlines";
import {
  leastTime,
  proposedTimetable,
  timetableFaults,
  timetableOf,
  timetableWarnings,
} from "@/lib/calloff/before/timetable/rules";
import { timetableLawFor } from "@/lib/calloff/record/queries/ready";
import { londonDay } from "@/lib/core/values/moment";
import { reference } from "@/lib/reference/queries";
import { asked } from "../../../purchases/reader";
import { requireFile } from "../file";
import { save } from "./actions";

export const metadata: Metadata = { title: "Timetable" };

export default async function TimetablePage({ params, searchParams }: PageProps<"/call-offs/[id]/timetable">) {
  const { id } = await params;
  const { actor, callOff, editable } = await requireFile(id);
  const [law, { rules }] = await Promise.all([
    timetableLawFor(actor, callOff, { on: londonDay(new Date()) }),
    reference(),
  ]);
  const saved = timetableOf(callOff);
  const faults = saved && editable ? [...timetableFaults(saved, law).values()] : [];
  const warnings = saved && editable ? timetableWarnings(saved, law) : [];
  const done = asked((await searchParams).done) === "saved";

  return (
    <>
      <BackLink href={`/call-offs/${id}`}>{callOff.title}</BackLink>
      <PageHeader
        title="Timetable"
        caption={`Call-off ${callOff.reference}`}
        lead="Every date falls on a working day in England and Wales. Times are UK time."
      />
      {done && (
        <Notice tone="good" title="The timetable is saved">
          <p>
            Look at the dates below, or <TextLink href={`/call-offs/${id}`}>go back to the call-off</TextLink>.
          </p>
        </Notice>
      )}
      {faults.length > 0 && (
        <Notice tone="wait" title="These dates no longer stand">
          <Bullets items={faults.map((fault) => `${fault}.`)} />
        </Notice>
      )}
      {warnings.length > 0 && (
        <Notice tone="note" title="Think again about these">
          <Bullets items={warnings} />
        </Notice>
      )}
      {editable && (
        <Form action={save}>
          <HiddenFields values={{ id }} />
          <Versioned name="version" version={callOff.version} />
          <TimetableFields dates={saved ?? proposedTimetable(law)} least={leastTime(law).sentence} />
          <Buttons>
            <Submit>Save the timetable</Submit>
            <TextLink href={`/call-offs/${id}`}>Go back to the call-off</TextLink>
          </Buttons>
        </Form>
      )}
      {saved ? (
        <Section title="What follows from these dates" id="dates">
          <DeadlineTable
            deadlines={deadlinesOf(saved, law)}
            source={(code) => rules.find(code)?.source ?? "Our own plan"}
          />
        </Section>
      ) : (
        !editable && <EmptyState title="There is no timetable yet">It is written before publication.</EmptyState>
      )}
    </>
  );
}

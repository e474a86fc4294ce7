import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OwnConflict } from "@/components/calloff/funding/own-conflict";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text";
import { Versioned } from "@/components/form/versioned";
import { Bullets } from "@/components/ui/list";
import { Notice } from "@/components/ui/message";
import { BackLink, PageHeader, Section } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { DataTable } from "@/components/ui/table";
import { Moment } from "@/components/ui/value";
import { mayDeclare } from "@/lib/calloff/before/conflicts/policy";
import { type Declared, type FoundConflicts, findConflicts } from "@/lib/calloff/before/conflicts/queries";
import { prompts } from "@/lib/calloff/before/conflicts/words";
import { notReady } from "@/lib/calloff/before/need/rules";
import { mayRun } from "@/lib/calloff/record/policy";
import { readyFacts } from "@/lib/calloff/record/queries/ready";
import { newId } from "@/lib/core/values/id";
import { asked, requireBuyer } from "../../../purchases/reader";
import { assess, declare, save } from "./actions";

export const metadata: Metadata = { title: "Conflicts of interest" };

const said: Readonly<Record<string, string>> = {
  saved: "The assessment is saved",
  declared: "Your declaration is recorded",
};

export default async function ConflictsPage({ params, searchParams }: PageProps<"/call-offs/[id]/conflicts">) {
  const { id } = await params;
  const actor = await requireBuyer();
  const callOff = (await findConflicts(actor, id)) ?? notFound();
  const editable = mayRun(actor, callOff) && callOff.state === "draft";
  const own = callOff.declarations.find((declared) => declared.own);
  const done = said[asked((await searchParams).done)];
  const facts = editable ? await readyFacts(actor, id) : null;

  return (
    <>
      <BackLink href={`/call-offs/${id}`}>{callOff.title}</BackLink>
      <PageHeader
        title="Conflicts of interest"
        caption={`Call-off ${callOff.reference}`}
        lead="They are assessed before any notice goes out, and everyone with a part says whether they have one (Procurement Act 2023 s81 to s83)."
      />
      {done && (
        <Notice tone="good" title={done}>
          <p>It is kept with the record.</p>
        </Notice>
      )}
      <Section title="The assessment" id="assessment-of">
        {editable ? (
          <Form action={save} label="The assessment">
            <HiddenFields values={{ id }} />
            <Versioned name="version" version={callOff.version} />
            <Bullets items={[...prompts]} />
            <TextArea
              name="assessment"
              label="What did you assess, what did you find, and what was done about it?"
              words={800}
              rows={8}
              defaultValue={callOff.conflictsAssessment}
            />
            <Buttons>
              <Submit kind="secondary">Save the assessment</Submit>
            </Buttons>
          </Form>
        ) : (
          <p className="max-w-measure whitespace-pre-line">
            {callOff.conflictsAssessment || "Nothing is written down yet."}
          </p>
        )}
      </Section>
      <Section title="Who has declared what" id="declarations">
        <Declarations rows={callOff.declarations} />
      </Section>
      {mayDeclare(actor, callOff) && (
        <Section title={own ? "Change your own declaration" : "Your own declaration"} id="own">
          <Form action={declare} idempotencyKey={newId()} label="Your own declaration">
            <HiddenFields values={{ id }} />
            <OwnConflict said={own && (own.conflicted ? "conflict" : "none")} />
            <Buttons>
              <Submit kind="secondary">Record my declaration</Submit>
            </Buttons>
          </Form>
        </Section>
      )}
      {editable && <Ask callOff={callOff} own={own} missing={facts ? notReady(facts) : []} />}
    </>
  );
}

function Declarations({ rows }: { rows: readonly Declared[] }) {
  if (rows.length === 0) return <p>Nobody has declared anything yet.</p>;
  return (
    <DataTable
      caption="The newest word of each person"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { label: "Person", heads: true, cell: ({ name, own }) => (own ? `${name} (you)` : name) },
        {
          label: "Declared",
          cell: ({ conflicted, detail }) => (
            <>
              <Tag tone={conflicted ? "bad" : "good"}>{conflicted ? "A conflict" : "No conflict"}</Tag>
              {detail && <span className="mt-1 block max-w-measure text-small">{detail}</span>}
            </>
          ),
        },
        { label: "When", cell: ({ declaredAt }) => <Moment at={declaredAt} /> },
      ]}
    />
  );
}

type AskProps = { callOff: FoundConflicts; own: Declared | undefined; missing: readonly string[] };

function Ask({ callOff, own, missing }: AskProps) {
  const left = [
    ...missing,
    ...(own ? [] : ["Record your own declaration."]),
    ...(own?.conflicted ? ["You declared a conflict. A colleague must take this step."] : []),
  ];
  const all = callOff.funders.length > 0 && callOff.funders.every(({ state }) => state === "agreed");
  return (
    <Section title="Ask the funders" id="ask">
      {left.length > 0 ? (
        <Notice tone="wait" title="Before you can go on">
          <Bullets items={[...left]} />
        </Notice>
      ) : (
        <Form action={assess} idempotencyKey={newId()} label="Ask the funders">
          <HiddenFields values={{ id: callOff.id }} />
          <Bullets
            items={[
              "You say that conflicts of interest were assessed, and that what is written above is so.",
              all
                ? "Every funder has agreed already and nothing changed for them, so it is ready to publish at once."
                : "Each funder's approvers are asked to agree in principle, your own among them.",
              "The draft cannot be changed while they answer. You can take it back at any time.",
            ]}
          />
          <Buttons>
            <Submit>Conflicts are assessed: ask the funders</Submit>
          </Buttons>
        </Form>
      )}
    </Section>
  );
}

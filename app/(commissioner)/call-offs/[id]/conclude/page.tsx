import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Drafted, Winners } from "@/components/agreements/conclusion";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextLink } from "@/components/ui/button";
import { CheckPage, Notice } from "@/components/ui/message";
import { BackLink, PageHeader, Section } from "@/components/ui/page";
import { findConclusion } from "@/lib/agreements/conclusion/queries";
import { instrumentWords } from "@/lib/calloff/purchase/words";
import { nextSteps } from "@/lib/calloff/record/policy";
import type { CallOffState } from "@/lib/core/prisma/enums";
import { count, day } from "@/lib/core/values/format";
import { newId } from "@/lib/core/values/id";
import { asked } from "../../../purchases/reader";
import { requireFile } from "../file";
import { conclude } from "./actions";

export async function generateMetadata({ params }: PageProps<"/call-offs/[id]/conclude">): Promise<Metadata> {
  return { title: titleOf((await requireFile((await params).id)).callOff) };
}

const titleOf = ({ state }: { state: CallOffState }) =>
  state === "concluded" ? "Concluded" : "Conclude this call-off?";

export default async function ConcludePage({ params, searchParams }: PageProps<"/call-offs/[id]/conclude">) {
  const { id } = await params;
  const { actor } = await requireFile(id);
  const found = (await findConclusion(actor, id)) ?? notFound();
  const back = <BackLink href={`/call-offs/${id}`}>{found.title}</BackLink>;
  if (found.state === "concluded")
    return (
      <>
        {back}
        <PageHeader title={titleOf(found)} caption={`Call-off ${found.reference}`} />
        {asked((await searchParams).done) === "concluded" && (
          <Notice tone="good" title="The agreements are drawn up">
            <p>Each winner has been told. Each side reads and signs.</p>
          </Notice>
        )}
        <Section title="What was drawn up">
          <Drafted rows={found.agreements} />
        </Section>
      </>
    );
  if (!nextSteps(actor, found).includes("conclude")) notFound();
  const several = found.lots.filter(({ award }) => award).length;
  const kind = instrumentWords[found.instrument].label.toLowerCase();
  const ready = found.over && found.challenges === 0 && several > 0;

  return (
    <>
      {back}
      <CheckPage
        title={titleOf(found)}
        caption={`Call-off ${found.reference}`}
        happens={[
          `${count(several, kind)} ${several === 1 ? "is" : "are"} drawn up, from the winning tenders.`,
          "What each winner promised is kept in the text. Nothing is binding until both sides sign.",
        ]}
        toWhom={["Each winner, your commissioners and approvers, and those who pay a share."]}
        cannotBeUndone={["The award cannot be reconsidered after this."]}
      >
        <div className="mb-10">
          <Winners lots={found.lots} />
        </div>
        {ready ? (
          <Form action={conclude} idempotencyKey={newId()}>
            <HiddenFields values={{ id }} />
            <Buttons>
              <Submit>Conclude</Submit>
              <TextLink href={`/call-offs/${id}`}>Go back without concluding</TextLink>
            </Buttons>
          </Form>
        ) : (
          <Notice tone="wait" title="It cannot be concluded yet">
            {!found.over && found.from && <p>The standstill is over on {day(found.from)}.</p>}
            {found.challenges > 0 && <p>A challenge to the award is open. It is decided first.</p>}
            {several === 0 && <p>No lot has a winner. End this call-off without an award instead.</p>}
            <p>
              <TextLink href={`/call-offs/${id}`}>Back to the call-off</TextLink>
            </p>
          </Notice>
        )}
      </CheckPage>
    </>
  );
}

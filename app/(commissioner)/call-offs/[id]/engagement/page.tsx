import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { CheckPage, EmptyState } from "@/components/ui/message";
import { BackLink, PageHeader, Section } from "@/components/ui/page";
import { Stat, Stats, Tag } from "@/components/ui/status";
import { Day } from "@/components/ui/value";
import { isOpen, mayOpenBoard } from "@/lib/calloff/before/engagement/policy";
import { findOwnBoard } from "@/lib/calloff/before/engagement/queries";
import { mayRun } from "@/lib/calloff/record/policy";
import { newId } from "@/lib/core/values/id";
import { requireBuyer } from "../../../purchases/reader";
import { openBoard } from "./actions";

export const metadata: Metadata = { title: "Ask the market" };

export default async function OwnBoardPage({ params }: PageProps<"/call-offs/[id]/engagement">) {
  const { id } = await params;
  const actor = await requireBuyer();
  const board = (await findOwnBoard(actor, id)) ?? notFound();
  const back = <BackLink href={`/call-offs/${id}`}>{board.title}</BackLink>;

  if (board.engagementOpenedAt) {
    const open = isOpen(board);
    return (
      <>
        {back}
        <PageHeader
          title="Ask the market"
          caption={`Call-off ${board.reference}`}
          aside={<Tag tone={open ? "good" : "neutral"}>{open ? "Open" : "Closed"}</Tag>}
          action={<ButtonLink href={`/engagement/${board.reference}`}>Read the board</ButtonLink>}
        />
        <Stats>
          <Stat label="Words on the board" value={board._count.posts} />
          <Stat label="Opened" value={<Day on={board.engagementOpenedAt} />} />
        </Stats>
        <Section title="What you asked" id="intro">
          <p className="max-w-measure whitespace-pre-line">{board.engagementIntro}</p>
        </Section>
      </>
    );
  }
  if (!mayOpenBoard(board) || !mayRun(actor, board))
    return (
      <>
        {back}
        <PageHeader title="Ask the market" caption={`Call-off ${board.reference}`} />
        <EmptyState title="No board was opened">
          A commissioner can open one until the call-off is published.
        </EmptyState>
      </>
    );
  return (
    <>
      {back}
      <CheckPage
        title="Open an engagement board?"
        caption={`Call-off ${board.reference}`}
        happens={[
          "The title, the need, the lots and what you write here become public.",
          "Providers can say what they think. Everyone reads the same, so nobody gains by talking to you.",
          "It closes by itself when the competition opens.",
        ]}
        toWhom={["Anybody can read it.", "Any provider organisation, member or not, can write on it."]}
        cannotBeUndone={["What is written on the board stays."]}
      >
        <Form action={openBoard} idempotencyKey={newId()}>
          <HiddenFields values={{ id }} />
          <TextArea
            name="intro"
            label="What do you want to learn?"
            hint="Ask about the lots, the places, the term, the price, and what would keep small organisations away."
            words={400}
            rows={8}
          />
          <Buttons>
            <Submit>Open the board</Submit>
            <TextLink href={`/call-offs/${id}`}>Not now</TextLink>
          </Buttons>
        </Form>
      </CheckPage>
    </>
  );
}

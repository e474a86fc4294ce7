import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { CheckPage, EmptyState } from "@/components/ui/message";
import { BackLink, PageHeader } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { SummaryList } from "@/components/ui/summary";
import { Day } from "@/components/ui/value";
import { isOpen, mayOpenBoard } from "@/lib/calloff/before/engagement/policy";
import { findOwnBoard } from "@/lib/calloff/before/engagement/queries";
import { mayRun } from "@/lib/calloff/record/policy";
import { newId } from "@/lib/core/values/id";
import { requireBuyer } from "../../../purchases/reader";
import { openBoard } from "./actions";

const requireBoard = cache(async (id: string) => {
  const actor = await requireBuyer();
  return { actor, board: (await findOwnBoard(actor, id)) ?? notFound() };
});

type Requested = Awaited<ReturnType<typeof requireBoard>>;

const maySet = ({ actor, board }: Requested) =>
  !board.engagementOpenedAt && mayOpenBoard(board) && mayRun(actor, board);

const titleOf = (found: Requested) => (maySet(found) ? "Open an engagement board?" : "Ask the market");

export async function generateMetadata({ params }: PageProps<"/call-offs/[id]/engagement">): Promise<Metadata> {
  return { title: titleOf(await requireBoard((await params).id)) };
}

export default async function OwnBoardPage({ params }: PageProps<"/call-offs/[id]/engagement">) {
  const { id } = await params;
  const found = await requireBoard(id);
  const { board } = found;
  const back = <BackLink href={`/call-offs/${id}`}>{board.title}</BackLink>;

  if (board.engagementOpenedAt) {
    const open = isOpen(board);
    return (
      <>
        {back}
        <PageHeader
          title={titleOf(found)}
          caption={`Call-off ${board.reference}`}
          aside={
            <>
              <Tag tone={open ? "good" : "neutral"}>{open ? "Open" : "Closed"}</Tag>
              <span className="text-muted">
                {open ? "Any provider can write on the board." : "The board can be read, and takes no more posts."}
              </span>
            </>
          }
          action={<ButtonLink href={`/engagement/${board.reference}`}>Read the board</ButtonLink>}
        />
        <SummaryList
          rows={[
            { label: "Opened", value: <Day on={board.engagementOpenedAt} /> },
            { label: "Posts", value: board._count.posts === 0 ? "None yet" : String(board._count.posts) },
            { label: "What you asked", value: board.engagementIntro },
          ]}
        />
      </>
    );
  }
  if (!maySet(found))
    return (
      <>
        {back}
        <PageHeader title={titleOf(found)} caption={`Call-off ${board.reference}`} />
        <EmptyState title="No board was opened">
          A commissioner can open one until the call-off is published.
        </EmptyState>
      </>
    );
  return (
    <>
      {back}
      <CheckPage
        title={titleOf(found)}
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

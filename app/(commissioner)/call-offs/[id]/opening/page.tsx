import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeclareForm } from "@/components/calloff/opening/declare-form";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { Notice } from "@/components/ui/message";
import { BackLink, PageHeader, Section } from "@/components/ui/page";
import { SummaryList } from "@/components/ui/summary";
import { Moment } from "@/components/ui/value";
import { openingOf } from "@/lib/calloff/decide/opening/queries";
import { outcomeWords } from "@/lib/calloff/decide/opening/words";
import { stateWords } from "@/lib/calloff/record/words";
import { isId, newId } from "@/lib/core/values/id";
import { requireBuyer } from "../../../purchases/reader";
import { declareInterests, open } from "./actions";

export const metadata: Metadata = { title: "Opening the tenders" };

export default async function OpeningPage({ params, searchParams }: PageProps<"/call-offs/[id]/opening">) {
  const [{ id }, { done }] = await Promise.all([params, searchParams]);
  const actor = await requireBuyer();
  const row = (isId(id) && (await openingOf(actor, id))) || notFound();
  const { state, closesAt, openedAt, openings, tenders, tookPart, conflicted, mayTakePart } = row;
  const said = done === "first" || done === "opened" || done === "none" ? outcomeWords[done] : null;
  const over = closesAt !== null && closesAt <= new Date();
  const waits = state === "closed" || (state === "published" && over);
  const empty = waits && tenders === 0;

  return (
    <>
      <BackLink href={`/call-offs/${id}`}>{row.title}</BackLink>
      <PageHeader
        title="Opening the tenders"
        caption={`Call-off ${row.reference}`}
        lead="It takes two officers of your authority. Until both have pressed, nobody can read a tender."
        action={openedAt && <ButtonLink href={`/call-offs/${id}/evaluators`}>Go on to the evaluators</ButtonLink>}
      />
      {said && <Notice tone={done === "none" ? "wait" : "good"}>{said}</Notice>}
      <SummaryList
        rows={[
          { label: "Standing", value: stateWords[state].label, note: stateWords[state].meaning },
          { label: "Close", value: closesAt ? <Moment at={closesAt} /> : "Not set" },
          { label: "Tenders received", value: over ? String(tenders) : "Counted after the close" },
          {
            label: "Officers who took part",
            value:
              openings.length === 0 ? (
                "None yet"
              ) : (
                <ul className="grid gap-1">
                  {openings.map(({ userId, user, at }) => (
                    <li key={userId}>
                      {user.name}, <Moment at={at} />
                    </li>
                  ))}
                </ul>
              ),
          },
          { label: "Opened", value: openedAt ? <Moment at={openedAt} /> : "Not yet" },
        ]}
      />
      {empty && !said && <Notice tone="wait">{outcomeWords.none}</Notice>}
      {empty && state === "closed" && (
        <p className="mt-8">
          <TextLink href={`/call-offs/${id}/fail`}>End this call-off as unsuccessful</TextLink>
        </p>
      )}
      {waits && mayTakePart && conflicted === null && <DeclareForm action={declareInterests} id={id} back="opening" />}
      {waits && mayTakePart && conflicted === true && (
        <Notice tone="wait" title="A colleague must open these tenders">
          You declared a conflict of interest in this call-off.
        </Notice>
      )}
      {waits && mayTakePart && conflicted === false && !tookPart && !(empty && state === "closed") && (
        <Section title="Take part" id="take-part">
          <Bullets
            items={[
              openings.length === 0
                ? "You are written down as the first officer. Tenders open when a second one presses too."
                : "You are the second officer. All tenders open at once, and everyone who sent one is told.",
              "Answers can then be read by your officers, evaluators and auditors. Prices stay sealed.",
              "It cannot be undone.",
            ]}
          />
          <div className="mt-8">
            <Form action={open} idempotencyKey={newId()}>
              <HiddenFields values={{ id }} />
              <Buttons>
                <Submit>{openings.length === 0 ? "Take part in opening" : "Open the tenders"}</Submit>
              </Buttons>
            </Form>
          </div>
        </Section>
      )}
    </>
  );
}

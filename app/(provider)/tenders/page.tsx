import type { Metadata } from "next";
import { StartTender } from "@/components/calloff/tender/start-tender";
import { ButtonLink } from "@/components/ui/button";
import { ResultList } from "@/components/ui/list";
import { EmptyState } from "@/components/ui/message";
import { PageHeader, Section } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { listAsked } from "@/lib/calloff/open/partner/queries";
import { stateWords as partnerWords } from "@/lib/calloff/open/partner/words";
import { mayWrite } from "@/lib/calloff/open/tender/policy";
import { listOpenings, listTenders } from "@/lib/calloff/open/tender/queries/list";
import { stateWords } from "@/lib/calloff/open/tender/words";
import { count, moment } from "@/lib/core/values/format";
import { newId } from "@/lib/core/values/id";
import { requireMember } from "@/lib/identity/session";
import { start } from "./actions";

export const metadata: Metadata = { title: "Tenders" };

const closes = (at: Date | null) => at && `${at < new Date() ? "Closed" : "Closes"} ${moment(at)}`;

export default async function TendersPage() {
  const actor = await requireMember("provider");
  const [own, asked, openings] = await Promise.all([listTenders(actor), listAsked(actor), listOpenings(actor)]);
  return (
    <>
      <PageHeader
        title="Tenders"
        lead="What your organisation offers to authorities. Nobody else can read a tender before its call-off is opened."
      />
      {own.length === 0 && openings.length === 0 && asked.length === 0 && (
        <EmptyState
          title="There is nothing to tender for now"
          action={<ButtonLink href="/opportunities">Look at all opportunities</ButtonLink>}
        >
          <p>When an authority invites you, or opens something that you can do, it is listed here.</p>
        </EmptyState>
      )}
      {own.length > 0 && (
        <Section title="Your tenders" id="own">
          <ResultList
            label="Your tenders"
            items={own.map(({ id, reference, state, callOff }) => ({
              id,
              title: callOff.title,
              href: `/tenders/${id}`,
              under: `${callOff.organisation.name}. Tender ${reference}`,
              tag: <Tag tone={stateWords[state].tone}>{stateWords[state].label}</Tag>,
              facts: [closes(callOff.closesAt)],
              why: stateWords[state].meaning,
            }))}
          />
        </Section>
      )}
      {asked.length > 0 && (
        <Section title="Where others name you as a sub-contractor" id="shares">
          <ResultList
            label="Shares"
            items={asked.map(({ id, state, tender }) => ({
              id,
              title: tender.callOff.title,
              href: `/tenders/partner/${id}`,
              under: `${tender.organisation.name} names you as a sub-contractor`,
              tag: <Tag tone={partnerWords[state].tone}>{partnerWords[state].label}</Tag>,
              facts: [closes(tender.callOff.closesAt)],
              why: partnerWords[state].meaning,
            }))}
          />
        </Section>
      )}
      {openings.length > 0 && (
        <Section title="Open to you" id="open">
          <ResultList
            label="Open to you"
            items={openings.map(({ id, reference, title, organisation, closesAt, lots, invited }) => ({
              id,
              title,
              href: `/opportunities/${reference}`,
              under: organisation.name,
              tag: invited && <Tag tone="note">Invited</Tag>,
              facts: [closes(closesAt), count(lots.length, "lot")],
              action: mayWrite(actor) && (
                <StartTender action={start} callOffId={id} title={title} idempotencyKey={newId()} />
              ),
            }))}
          />
        </Section>
      )}
    </>
  );
}

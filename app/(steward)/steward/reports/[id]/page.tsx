import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DateField } from "@/components/form/date";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text";
import { TextLink } from "@/components/ui/button";
import { BackLink, PageHeader, Section } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { SummaryList } from "@/components/ui/summary";
import { Day } from "@/components/ui/value";
import { newId } from "@/lib/core/values/id";
import { reference } from "@/lib/reference/queries";
import { mayReport } from "@/lib/register/standing/policy";
import { findReport } from "@/lib/register/standing/queries";
import { requireReader } from "../../reader";
import { sent } from "./actions";

export const metadata: Metadata = { title: "An exclusion to report" };

export default async function ReportPage({ params }: PageProps<"/steward/reports/[id]">) {
  const { id } = await params;
  const actor = await requireReader();
  const report = (await findReport(actor, id)) ?? notFound();
  const { on } = await reference();
  const { organisation, sentOn, dueOn, why, arisenAt, applicationId, membershipId, note } = report;
  const about = applicationId ? `/steward/applications/${applicationId}` : `/steward/members/${membershipId}`;

  return (
    <>
      <BackLink href="/steward/reports">Exclusions to report</BackLink>
      <PageHeader
        title={`Report an exclusion: ${organisation.name}`}
        caption={organisation.reference}
        lead={<p>Send these facts to the appropriate authority, then say here when you did.</p>}
        aside={<Tag tone={sentOn ? "good" : "wait"}>{sentOn ? "Sent" : "To send"}</Tag>}
      />
      <SummaryList
        rows={[
          { label: "What was decided, and why", value: <span className="whitespace-pre-line">{why}</span> },
          {
            label: "On",
            value: (
              <>
                <Day on={arisenAt} /> (<TextLink href={about}>the decision</TextLink>)
              </>
            ),
          },
          { label: "To be sent by", value: <Day on={dueOn.toISOString()} /> },
          ...(sentOn ? [{ label: "Sent on", value: <Day on={sentOn.toISOString()} /> }] : []),
          ...(note ? [{ label: "Note", value: note }] : []),
        ]}
      />
      {!sentOn && mayReport(actor, report) && (
        <Section title="It has been sent" id="sent">
          <Form action={sent} idempotencyKey={newId()} label="Mark as sent">
            <HiddenFields values={{ reportId: id }} />
            <DateField name="sentOn" label="When was it sent?" defaultValue={on} />
            <TextArea name="note" label="Note" hint="To whom, and under what reference." rows={3} optional />
            <Buttons>
              <Submit>Mark as sent</Submit>
            </Buttons>
          </Form>
        </Section>
      )}
    </>
  );
}

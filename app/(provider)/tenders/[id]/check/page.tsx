import type { Metadata } from "next";
import { TenderView } from "@/components/calloff/tender/tender-view";
import { Checkbox } from "@/components/form/choice";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { Versioned } from "@/components/form/versioned";
import { TextLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { Notice } from "@/components/ui/message";
import { BackLink, PageHeader, Section } from "@/components/ui/page";
import { Moment } from "@/components/ui/value";
import { may } from "@/lib/calloff/open/tender/policy";
import { newId } from "@/lib/core/values/id";
import { submit } from "../../actions";
import { requireDraft } from "../../reader";

export const metadata: Metadata = { title: "Check your tender" };

export default async function CheckPage({ params }: PageProps<"/tenders/[id]/check">) {
  const { id } = await params;
  const { actor, tender, content } = await requireDraft(id);
  const { callOff, state, isChanged } = tender;
  const missing = tender.tasks.filter((task) => task.missing !== null);
  const unmet = content.quality.conditions.filter(({ met }) => !met).length;
  const again = state === "submitted";
  return (
    <>
      <BackLink href={`/tenders/${id}`}>Your tender</BackLink>
      <PageHeader
        caption={`Tender ${tender.reference}`}
        title="Check your tender"
        lead="Read it once more. Until the close you can change it, replace it or take it back."
      />
      {missing.length > 0 && (
        <Notice tone="wait" title="Still to do">
          <Bullets
            items={missing.map(({ path, missing: said }) => (
              <TextLink key={path} href={`/tenders/${id}/${path}`}>
                {said}
              </TextLink>
            ))}
          />
        </Notice>
      )}
      {unmet > 0 && (
        <Notice tone="wait" title="You do not meet every condition">
          <p>A tender that does not meet a condition can be left out.</p>
        </Notice>
      )}
      <TenderView callOff={callOff} content={content} partners={tender.partners} change={`/tenders/${id}`} />
      <Section title={again ? "Submit it again" : "Submit it"} id="submit">
        {again && !isChanged ? (
          <p>This is what you submitted. Nothing in it has changed since.</p>
        ) : missing.length > 0 ? (
          <p>It can be submitted once everything above is done.</p>
        ) : !may.submit(actor, tender) ? (
          <p>Everything is done. A signatory of your organisation submits it from this page.</p>
        ) : (
          <>
            <Bullets
              items={[
                "It is sealed. Nobody at the authority can read it before two officers open it, after the close.",
                again
                  ? "It takes the place of what you submitted before."
                  : "You get a receipt. It proves what you sent, and when.",
                callOff.closesAt ? (
                  <span key="close">
                    It must be in before <Moment at={callOff.closesAt} />.
                  </span>
                ) : (
                  "It must be in before the close."
                ),
              ]}
            />
            <div className="mt-6">
              <Form action={submit} idempotencyKey={newId()}>
                <HiddenFields values={{ id }} />
                <Versioned name="version" version={tender.version} />
                <Checkbox name="signed" label="I may sign for my organisation, and what this tender says is true" />
                <Buttons>
                  <Submit>{again ? "Submit it again" : "Submit this tender"}</Submit>
                  <TextLink href={`/tenders/${id}`}>Not yet</TextLink>
                </Buttons>
              </Form>
            </div>
          </>
        )}
      </Section>
    </>
  );
}

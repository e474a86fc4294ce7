import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Form, HiddenFields } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text";
import { ServiceView } from "@/components/register/service/service-view";
import { ServiceCompare } from "@/components/register/steward/service-compare";
import { Notice } from "@/components/ui/message";
import { BackLink, PageHeader, Section } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { newId } from "@/lib/core/values/id";
import { listMemberships } from "@/lib/register/membership/queries";
import { mayCheck } from "@/lib/register/service/policy";
import { findPublishedFacts, findService, previewService } from "@/lib/register/service/queries";
import { stateWords } from "@/lib/register/service/words";
import { requireReader } from "../../reader";
import { approve, sendBack } from "./actions";

export const metadata: Metadata = { title: "A service" };

export default async function ServicePage({ params }: PageProps<"/steward/services/[id]">) {
  const { id } = await params;
  const actor = await requireReader();
  const service = (await findService(actor, id)) ?? notFound();
  const [sent, now, memberships] = await Promise.all([
    previewService(actor, id),
    findPublishedFacts(actor, id),
    listMemberships(actor, service.organisationId),
  ]);
  const facts = sent ?? notFound();
  const words = stateWords[service.state];
  const member = memberships.some(({ part, state }) => part.number === service.part.number && state === "active");
  const waits = Boolean(service.draft?.submittedAt) && service.state !== "withdrawn";
  const changed = waits && service.state !== "inReview";

  return (
    <>
      <BackLink href="/steward/services">Services to check</BackLink>
      <PageHeader
        title={facts.version.title}
        caption={facts.organisation.name}
        lead={facts.version.summary}
        aside={<Tag tone={words.tone}>{words.label}</Tag>}
      />
      {waits && !member && (
        <Notice title="It goes with an application">
          Its organisation is not a member of this part now. Admitting the part publishes it.
        </Notice>
      )}
      {waits && member && mayCheck(actor, service) && (
        <div className="mb-14 grid gap-x-16 gap-y-10 border-y border-line py-8 lg:grid-cols-2">
          <div>
            <Form action={approve} idempotencyKey={newId()} label="Approve">
              <HiddenFields values={{ serviceId: id }} />
              <div>
                <h2 className="text-large font-bold">It can be published</h2>
                <p className="mt-1">
                  {changed ? "What was sent takes the place of what buyers see now." : "Buyers can find it at once."}
                </p>
              </div>
              <div>
                <Submit>Approve</Submit>
              </div>
            </Form>
          </div>
          <div>
            <Form action={sendBack} idempotencyKey={newId()} label="Send back">
              <HiddenFields values={{ serviceId: id }} />
              <h2 className="text-large font-bold">It must be changed first</h2>
              <TextArea
                name="reason"
                label="What must change?"
                hint="The organisation reads this. What buyers see now stays."
                rows={3}
              />
              <div>
                <Submit kind="secondary">Send back</Submit>
              </div>
            </Form>
          </div>
        </div>
      )}
      {changed && now && (
        <Section title="What has changed" id="changed">
          <ServiceCompare before={now} after={facts} />
        </Section>
      )}
      <Section title={waits ? "As buyers would see it" : "As it stands"} id="whole">
        <ServiceView facts={facts} showPrices />
      </Section>
    </>
  );
}

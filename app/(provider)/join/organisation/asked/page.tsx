import { Form, HiddenFields } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState, Notice } from "@/components/ui/message";
import { BackLink, PageHeader, VisuallyHidden } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { DataTable } from "@/components/ui/table";
import { Day } from "@/components/ui/value";
import { requireActor } from "@/lib/identity/session";
import { nextSteps } from "@/lib/register/joining/policy";
import { listOwnRequests } from "@/lib/register/joining/queries";
import { eventWords, stateWords } from "@/lib/register/joining/words";
import { takeBack } from "../actions";

export const metadata = { title: "Organisations that you asked to join" };

export default async function AskedPage({ searchParams }: PageProps<"/join/organisation/asked">) {
  const actor = await requireActor();
  const { done } = await searchParams;
  const requests = await listOwnRequests(actor);
  return (
    <>
      <BackLink href="/home">Home</BackLink>
      <PageHeader title="Organisations that you asked to join" />
      {done === "asked" && (
        <Notice tone="good" title="They are asked">
          <p>The people who sign for it are told. You get an email when one of them answers.</p>
        </Notice>
      )}
      <DataTable
        caption="What you asked"
        rows={requests}
        rowKey={({ id }) => id}
        columns={[
          { label: "Organisation", heads: true, cell: ({ organisation }) => organisation.name },
          { label: "Asked on", cell: ({ askedAt }) => <Day on={askedAt} /> },
          {
            label: "Answer",
            cell: ({ state, reason }) => (
              <>
                <Tag tone={stateWords[state].tone}>{stateWords[state].label}</Tag>
                {reason && <span className="mt-1 block text-small">{reason}</span>}
              </>
            ),
          },
          {
            label: "Change",
            cell: (request) =>
              nextSteps(actor, request).includes("withdraw") && (
                <Form action={takeBack} label={`Take back what you asked of ${request.organisation.name}`}>
                  <HiddenFields values={{ requestId: request.id }} />
                  <div>
                    <Submit kind="quiet">
                      {eventWords.withdraw.act}
                      <VisuallyHidden>: {request.organisation.name}</VisuallyHidden>
                    </Submit>
                  </div>
                </Form>
              ),
          },
        ]}
        empty={
          <EmptyState
            title="You have asked nobody"
            action={<ButtonLink href="/join/organisation">Look up an organisation</ButtonLink>}
          >
            When an organisation is here already, you can ask to join it.
          </EmptyState>
        }
      />
    </>
  );
}

import { notFound } from "next/navigation";
import { Checkbox } from "@/components/form/choice";
import { Form, HiddenFields } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { AssociatedTable, ConnectedTable } from "@/components/register/connection/lists";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/message";
import { BackLink, PageHeader, Section, VisuallyHidden } from "@/components/ui/page";
import { Day } from "@/components/ui/value";
import type { FormAction } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { mayComplete, mayConnect } from "@/lib/register/connection/policy";
import { findConnections } from "@/lib/register/connection/queries";
import { associatedReason, reasonWords } from "@/lib/register/connection/words";
import { organisationDone } from "@/lib/register/profile/words";
import { complete, disconnect, dissociate } from "../actions";

export const metadata = { title: "People and organisations connected with you" };

export default async function ConnectionsPage({ searchParams }: PageProps<"/organisation/connections">) {
  const actor = await requireMember("provider");
  const { persons, associated, completeAt } = (await findConnections(actor, actor.organisationId)) ?? notFound();
  const said = organisationDone((await searchParams).done);
  const writes = mayConnect(actor, actor);

  return (
    <>
      <BackLink href="/organisation">Your organisation</BackLink>
      <PageHeader title="People and organisations connected with you" lead={<p>{reasonWords}</p>} />
      {said && <Notice tone="good" title={said} />}
      <Section
        title="Connected persons"
        id="persons"
        lead="Directors, trustees, and whoever else controls you. Add a body, such as a parent company, here too."
        action={
          writes && (
            <ButtonLink kind="secondary" href="/organisation/connections/add">
              Add a person or body
            </ButtonLink>
          )
        }
      >
        <ConnectedTable
          persons={persons}
          end={writes ? ({ id, name }) => <End action={disconnect} id={id} name={name} /> : undefined}
        />
      </Section>
      <Section
        title="Associated organisations"
        id="associated"
        lead={associatedReason}
        action={
          writes && (
            <ButtonLink kind="secondary" href="/organisation/connections/associated">
              Add an organisation
            </ButtonLink>
          )
        }
      >
        <AssociatedTable
          associated={associated}
          end={writes ? ({ id, name }) => <End action={dissociate} id={id} name={name} /> : undefined}
        />
      </Section>
      <Section title="Is this everybody?" id="complete">
        {completeAt ? (
          <p>
            You said on <Day on={completeAt} /> that these lists are complete. A change takes that back.
          </p>
        ) : mayComplete(actor, actor) ? (
          <Form action={complete} label="Say that the lists are complete">
            <Checkbox
              name="complete"
              label="These lists are complete"
              hint="Everybody who is a director or trustee, or controls us, is on them. So is each organisation we rely on."
            />
            <div>
              <Submit>Confirm</Submit>
            </div>
          </Form>
        ) : (
          <p>Somebody who signs for your organisation has still to say that these lists are complete.</p>
        )}
      </Section>
    </>
  );
}

function End({ action, id, name }: { action: FormAction; id: string; name: string }) {
  return (
    <Form action={action} label={`End the connection with ${name}`}>
      <HiddenFields values={{ connectionId: id }} />
      <div>
        <Submit kind="quiet">
          End<VisuallyHidden> the connection with {name}</VisuallyHidden>
        </Submit>
      </div>
    </Form>
  );
}

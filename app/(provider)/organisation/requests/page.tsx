import { notFound } from "next/navigation";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { EmptyState, Notice } from "@/components/ui/message";
import { BackLink, PageHeader } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { DataTable } from "@/components/ui/table";
import { Day } from "@/components/ui/value";
import { requireMember } from "@/lib/identity/session";
import { answersRequests } from "@/lib/register/joining/policy";
import { listRequests } from "@/lib/register/joining/queries";
import { stateWords } from "@/lib/register/joining/words";
import { organisationDone } from "@/lib/register/profile/words";

export const metadata = { title: "Who asked to join" };

export default async function RequestsPage({ searchParams }: PageProps<"/organisation/requests">) {
  const actor = await requireMember("provider");
  if (!answersRequests(actor)) notFound();
  const requests = await listRequests(actor);
  const said = organisationDone((await searchParams).done);
  return (
    <>
      <BackLink href="/organisation">Your organisation</BackLink>
      <PageHeader title="Who asked to join" lead="Somebody looked your number up and says that they work with you." />
      {said && <Notice tone="good" title={said} />}
      <DataTable
        caption="Requests to join"
        rows={requests}
        rowKey={({ id }) => id}
        columns={[
          {
            label: "Name",
            heads: true,
            cell: ({ id, user }) => (
              <TextLink href={`/organisation/requests/${id}`}>{user.name || user.email}</TextLink>
            ),
          },
          { label: "Email address", cell: ({ user }) => user.email },
          { label: "Asked on", cell: ({ askedAt }) => <Day on={askedAt} /> },
          { label: "Answer", cell: ({ state }) => <Tag tone={stateWords[state].tone}>{stateWords[state].label}</Tag> },
        ]}
        empty={
          <EmptyState title="Nobody has asked" action={<ButtonLink href="/people/invite">Invite somebody</ButtonLink>}>
            When a colleague asks to join, they are listed here and you are told.
          </EmptyState>
        }
      />
    </>
  );
}

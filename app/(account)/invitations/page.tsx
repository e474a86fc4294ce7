import type { Metadata } from "next";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/message";
import { PageHeader, Section } from "@/components/ui/page";
import { Day } from "@/components/ui/value";
import { listOwnInvitations } from "@/lib/identity/queries";
import { localPath } from "@/lib/identity/rules";
import { requireActor } from "@/lib/identity/session";
import { roleList } from "@/lib/identity/words";
import { takeUp } from "./actions";

export const metadata: Metadata = { title: "Your invitations" };

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function InvitationsPage({ searchParams }: Props) {
  const next = localPath((await searchParams).next);
  const offers = await listOwnInvitations(await requireActor());

  return (
    <>
      <PageHeader title="Your invitations" lead="Accept those from organisations that you work for." />
      {offers.length === 0 && (
        <EmptyState
          title="You have no open invitations"
          action={<ButtonLink href="/home">Go to your home page</ButtonLink>}
        >
          An invitation runs out after two weeks. Ask your colleague to send another.
        </EmptyState>
      )}
      {offers.map(({ organisationId, organisation, roles, expiresAt }) => (
        <Section key={organisationId} title={organisation}>
          <Form action={takeUp} label={`Join ${organisation}`}>
            <HiddenFields values={{ organisationId, next }} />
            <p>
              You are invited as {roleList(roles)}. This is open until <Day on={expiresAt} />.
            </p>
            <Buttons>
              <Submit>Join {organisation}</Submit>
              <TextLink href={next}>Not now</TextLink>
            </Buttons>
          </Form>
        </Section>
      ))}
    </>
  );
}

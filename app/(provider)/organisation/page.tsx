import { notFound } from "next/navigation";
import { ButtonLink } from "@/components/ui/button";
import { Doors } from "@/components/ui/list";
import { Notice } from "@/components/ui/message";
import { PageHeader, Section } from "@/components/ui/page";
import { SummaryList } from "@/components/ui/summary";
import { count, day } from "@/lib/core/values/format";
import { requireMember } from "@/lib/identity/session";
import { identifierSchemes } from "@/lib/reference/identifiers";
import { reference } from "@/lib/reference/queries";
import { findConnections } from "@/lib/register/connection/queries";
import { answersRequests } from "@/lib/register/joining/policy";
import { listRequests } from "@/lib/register/joining/queries";
import { mayRename } from "@/lib/register/profile/policy";
import { findProfile } from "@/lib/register/profile/queries";
import { organisationDone } from "@/lib/register/profile/words";

export const metadata = { title: "Your organisation" };

export default async function OrganisationPage({ searchParams }: PageProps<"/organisation">) {
  const actor = await requireMember("provider");
  const profile = (await findProfile(actor)) ?? notFound();
  const { done } = await searchParams;
  const [{ organisationTypes }, connections, requests] = await Promise.all([
    reference(),
    findConnections(actor, profile.id),
    listRequests(actor),
  ]);
  const waiting = requests.filter(({ state }) => state === "waiting").length;
  const connected = connections?.persons.filter(({ endedAt }) => endedAt === null).length ?? 0;
  const said = organisationDone(done);
  const change = mayRename(actor, { organisationId: profile.id }) ? "/organisation/details" : undefined;

  return (
    <>
      <PageHeader
        title={profile.name}
        caption={`Your organisation · ${profile.reference}`}
        action={change && <ButtonLink href={change}>Change the details</ButtonLink>}
      />
      {said && <Notice tone="good" title={said} />}
      <SummaryList
        rows={[
          { label: "Name", value: profile.name, note: profile.nameNote },
          { label: "Kind", value: profile.typeCode && organisationTypes.name(profile.typeCode) },
          { label: "Address", value: <span className="whitespace-pre-line">{profile.address}</span> },
          ...profile.identifiers.map(({ scheme, value }) => ({
            label: identifierSchemes.find(({ code }) => code === scheme)?.name ?? scheme,
            value,
          })),
        ]}
      />
      <Section title="Behind it" id="behind">
        <Doors
          doors={[
            {
              title: "People and organisations connected with you",
              href: "/organisation/connections",
              children: connections?.completeAt
                ? `${count(connected, "person", "people")} or bodies. You said on ${day(connections.completeAt)} that this is all.`
                : "Say who runs and controls you, and whose help you rely on. Only stewards see it.",
            },
            ...(answersRequests(actor)
              ? [
                  {
                    title: "Who asked to join",
                    href: "/organisation/requests",
                    children:
                      waiting > 0
                        ? `${count(waiting, "person", "people")} waiting for your answer.`
                        : "Nobody is waiting.",
                  },
                ]
              : []),
            { title: "Your colleagues", href: "/people", children: "Who has a seat here, and what they may do." },
            {
              title: "What you do",
              href: "/apply/profile",
              children: "Your size, your aims and who leads you, as buyers read it.",
            },
          ]}
        />
      </Section>
    </>
  );
}

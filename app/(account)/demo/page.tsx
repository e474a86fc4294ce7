import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Button, TextLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/message";
import { PageHeader, Section, VisuallyHidden } from "@/components/ui/page";
import { OrganisationKind } from "@/lib/core/prisma/enums";
import { isDemo } from "@/lib/core/process/mode";
import { type DemoPerson, listDemoPeople } from "@/lib/identity/queries";
import { currentActor } from "@/lib/identity/session";
import { kinds, roleList } from "@/lib/identity/words";
import { beDemoPerson } from "./actions";

export const metadata: Metadata = { title: "Choose who to be" };

export default async function DemoPage() {
  if (!isDemo()) notFound();
  const people = await listDemoPeople(await currentActor());
  const groups = Object.values(OrganisationKind).map((kind) => ({
    kind,
    people: people.filter(({ seats }) => seats[0]?.organisation.kind === kind),
  }));
  const alone = people.filter(({ seats }) => seats.length === 0);

  return (
    <>
      <PageHeader
        title="Choose who to be"
        lead="Everyone here is invented. One press signs you in as them, and you can change who you are at any time."
        action={<TextLink href="/demo/mailbox">Open the demo’s mailbox</TextLink>}
      />
      {people.length === 0 && (
        <EmptyState title="There is nobody here yet">The demo world is made when Throughcare first starts.</EmptyState>
      )}
      {groups.map(
        ({ kind, people }) =>
          people.length > 0 && (
            <Section key={kind} title={kinds[kind].several} lead={kinds[kind].does}>
              <People people={people} />
            </Section>
          ),
      )}
      {alone.length > 0 && (
        <Section title="Somebody new" lead="They have signed in and have not joined an organisation yet.">
          <People people={alone} />
        </Section>
      )}
    </>
  );
}

function People({ people }: { people: DemoPerson[] }) {
  return (
    <ul className="border-t border-line">
      {people.map(({ id, name, demoLine, seats }) => (
        <li
          key={id}
          className="grid items-center gap-x-8 gap-y-3 border-b border-line py-4 sm:grid-cols-[minmax(0,1fr)_auto]"
        >
          <div>
            <p className="font-bold">{name}</p>
            <p className="max-w-measure">{demoLine}</p>
            <p className="text-small text-muted">{whereabouts(seats)}</p>
          </div>
          <form action={beDemoPerson}>
            <input type="hidden" name="userId" value={id} />
            <Button kind="secondary">
              Be {name.split(" ")[0]}
              <VisuallyHidden> ({name})</VisuallyHidden>
            </Button>
          </form>
        </li>
      ))}
    </ul>
  );
}

function whereabouts(seats: DemoPerson["seats"]): string {
  const names = [...new Set(seats.map(({ organisation }) => organisation.name))];
  return names
    .map(
      (name) => `${name}: ${roleList(seats.filter((seat) => seat.organisation.name === name).map(({ role }) => role))}`,
    )
    .join(". ");
}

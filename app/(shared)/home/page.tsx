import type { Metadata } from "next";
import { confirm } from "@/app/(provider)/services/actions";
import { ConfirmPress } from "@/components/register/service/confirm-press";
import { ButtonLink } from "@/components/ui/button";
import { Doors, ResultList } from "@/components/ui/list";
import { EmptyState } from "@/components/ui/message";
import { PageHeader, Section } from "@/components/ui/page";
import { Day } from "@/components/ui/value";
import { listWaiting as agreements } from "@/lib/agreements/queries";
import { listWaiting as callOffs } from "@/lib/calloff/queries";
import type { Actor } from "@/lib/core/actor";
import type { Waiting } from "@/lib/core/door/waiting";
import { count } from "@/lib/core/values/format";
import { listWaiting as invitations } from "@/lib/identity/queries";
import { requireActor } from "@/lib/identity/session";
import { listWaiting as applications } from "@/lib/register/application/queries";
import { listWaiting as consortia } from "@/lib/register/consortium/queries";
import { listWaiting as answers } from "@/lib/register/evidence/queries/waiting";
import { listWaiting as requests } from "@/lib/register/joining/queries";
import { listWaiting as memberships } from "@/lib/register/membership/queries";
import { listWaiting as services } from "@/lib/register/service/queries";
import { listWaiting as prices } from "@/lib/register/service/rates/queries";
import { doorsFor } from "./doors";

export const metadata: Metadata = { title: "Home" };

const rooms = [
  invitations,
  requests,
  applications,
  consortia,
  memberships,
  answers,
  services,
  prices,
  callOffs,
  agreements,
];

export default async function HomePage() {
  const actor = await requireActor();
  const found = await Promise.all(rooms.map((listWaiting) => listWaiting(actor)));
  const waiting = found.flat().sort(mostUrgentFirst).slice(0, 25);
  const doors = doorsFor(actor);
  const now = new Date();

  return (
    <>
      <PageHeader
        title={titleFor(actor, waiting.length)}
        lead={waiting.length > 1 ? "The most urgent is first." : undefined}
      />
      {waiting.length > 0 ? (
        <ResultList
          label="What is waiting for you"
          items={waiting.map(({ id, title, detail, href, due, since, confirms }) => ({
            id,
            title,
            href,
            under: detail,
            action: confirms && (
              <ConfirmPress action={confirm} serviceId={confirms} title={title.replace(/^Confirm /, "")} back="home" />
            ),
            facts: [
              <span key="since">
                Since <Day on={since} />
              </span>,
              ...(due
                ? [
                    <span key="due">
                      {due < now ? "Was due" : "Due"} <Day on={due} />
                    </span>,
                  ]
                : []),
            ],
          }))}
        />
      ) : (
        <EmptyState
          title={actor.kind === "person" ? "You have not joined an organisation yet" : "You are up to date"}
          action={doors[0] && <ButtonLink href={doors[0].href}>{doors[0].title}</ButtonLink>}
        >
          {actor.kind === "person"
            ? "List your own, or ask a colleague whose organisation is here to invite you."
            : "When somebody needs you to do something, it will be here."}
        </EmptyState>
      )}
      <Section title="Go to" id="doors">
        <Doors doors={doors.map(({ title, href, text }) => ({ title, href, children: text }))} />
      </Section>
    </>
  );
}

function titleFor({ kind }: Actor, waiting: number): string {
  if (waiting > 0) return `${capital(count(waiting, "thing"))} ${waiting === 1 ? "is" : "are"} waiting for you`;
  return kind === "person" ? "Welcome" : "Nothing is waiting for you";
}

/** What is due soonest, then what has waited longest. */
function mostUrgentFirst(a: Waiting, b: Waiting): number {
  const due = (a.due?.getTime() ?? Number.POSITIVE_INFINITY) - (b.due?.getTime() ?? Number.POSITIVE_INFINITY);
  return Number.isNaN(due) || due === 0 ? a.since.getTime() - b.since.getTime() : due;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { StandstillCalendar } from "@/components/calloff/award/standstill-calendar";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/message";
import { BackLink, PageHeader, Section } from "@/components/ui/page";
import { listChallenges } from "@/lib/calloff/decide/challenge/queries";
import { concludesFrom, isOver, squares } from "@/lib/calloff/decide/standstill/rules";
import { lastingSaid, problems } from "@/lib/calloff/decide/standstill/words";
import { nextSteps } from "@/lib/calloff/record/policy";
import { day } from "@/lib/core/values/format";
import { asDay, londonDay } from "@/lib/core/values/moment";
import { reference } from "@/lib/reference/queries";
import { requireFile } from "../file";

export const metadata: Metadata = { title: "Standstill" };

export default async function StandstillPage({ params }: PageProps<"/call-offs/[id]/standstill">) {
  const { id } = await params;
  const { actor, callOff } = await requireFile(id);
  const endsOn = asDay(callOff.standstillEndsOn);
  const { noticedAt, standstillDays: days } = callOff;
  if (!endsOn || !noticedAt) notFound();
  const [{ holidays }, challenges] = await Promise.all([reference(), listChallenges(actor, id)]);
  const from = concludesFrom(endsOn, days);
  const over = isOver(endsOn, days, londonDay(new Date()));
  const open = challenges.filter(({ state }) => state === "open").length;
  const free = over && open === 0 && nextSteps(actor, callOff).includes("conclude");

  return (
    <>
      <BackLink href={`/call-offs/${id}`}>{callOff.title}</BackLink>
      <PageHeader
        title="Standstill"
        caption={`Call-off ${callOff.reference}`}
        lead={lastingSaid(days, londonDay(noticedAt), endsOn)}
        action={free && <ButtonLink href={`/call-offs/${id}/conclude`}>Conclude</ButtonLink>}
      />
      {callOff.state === "standstill" && (
        <Notice
          tone={over && open === 0 ? "good" : "wait"}
          title={over ? "The standstill is over" : `Nothing is signed before ${day(from)}`}
        >
          {open > 0 ? (
            <p>
              {problems.challenged} <TextLink href={`/call-offs/${id}/challenges`}>Read it and answer</TextLink>.
            </p>
          ) : (
            <p>
              Somebody who objects writes to you.{" "}
              <TextLink href={`/call-offs/${id}/challenges`}>Record it here</TextLink>.
            </p>
          )}
        </Notice>
      )}
      {days > 0 && (
        <Section
          title="Day by day"
          id="calendar"
          lead="The day of the notice counts as the first, if it is a working day."
        >
          <StandstillCalendar squares={squares({ noticeDay: londonDay(noticedAt), days, holidays })} />
        </Section>
      )}
    </>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { StandstillCalendar } from "@/components/calloff/award/standstill-calendar";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { CheckPage } from "@/components/ui/message";
import { BackLink, Section } from "@/components/ui/page";
import { findAward } from "@/lib/calloff/decide/award/queries/find";
import { concludesFrom, lastDay, squares } from "@/lib/calloff/decide/standstill/rules";
import { awardLines, standstillLine } from "@/lib/calloff/decide/standstill/words";
import { nextSteps } from "@/lib/calloff/record/policy";
import { day } from "@/lib/core/values/format";
import { newId } from "@/lib/core/values/id";
import { londonDay } from "@/lib/core/values/moment";
import { reference } from "@/lib/reference/queries";
import { requireBuyer } from "../../../purchases/reader";
import { publishNotice } from "./actions";

export const metadata: Metadata = { title: "Publish the award notice?" };

export default async function NoticePage({ params }: PageProps<"/call-offs/[id]/notice">) {
  const { id } = await params;
  const actor = await requireBuyer();
  const pack = (await findAward(actor, id)) ?? notFound();
  if (!nextSteps(actor, pack).includes("standStill")) notFound();
  const { holidays } = await reference();
  const { standstillDays: days } = pack;
  const noticeDay = londonDay(new Date());
  const endsOn = lastDay(noticeDay, holidays, days);

  return (
    <>
      <BackLink href={`/call-offs/${id}`}>{pack.title}</BackLink>
      <CheckPage
        title="Publish the award notice?"
        caption={`Call-off ${pack.reference}`}
        happens={[
          "The notice says who won each lot, for how much, and how many tenders came.",
          standstillLine(days, endsOn),
          `The call-off can be concluded from ${day(concludesFrom(endsOn, days))}.`,
        ]}
        toWhom={["Everybody: the notice is public.", "Everyone who tendered or was invited, and each body that pays."]}
        cannotBeUndone={["A notice that is published stays. Another notice can correct it."]}
      >
        <Form action={publishNotice} idempotencyKey={newId()}>
          <HiddenFields values={{ id }} />
          <Buttons>
            <Submit>Publish the award notice</Submit>
            <TextLink href={`/call-offs/${id}`}>Go back without publishing</TextLink>
          </Buttons>
        </Form>
      </CheckPage>
      <Section title="What it will say" id="says">
        <div className="grid gap-6">
          {pack.lots.map(({ id: lotId, number, title, decision }) =>
            decision ? (
              <div key={lotId}>
                <h3 className="mb-2 font-bold">{`Lot ${number}: ${title}`}</h3>
                <Bullets items={awardLines({ ...decision, number, title, received: decision.ranking.received })} />
              </div>
            ) : null,
          )}
        </div>
      </Section>
      {days > 0 && (
        <Section title="If you publish it today" id="calendar">
          <StandstillCalendar squares={squares({ noticeDay, days, holidays })} />
        </Section>
      )}
    </>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RecordHistory } from "@/components/agreements/record-history";
import { LotDecision } from "@/components/calloff/award/decision";
import { AwardProcess } from "@/components/calloff/award/process";
import { ButtonLink } from "@/components/ui/button";
import { BackLink, PageHeader, Section } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { SummaryList } from "@/components/ui/summary";
import { Day, Moment } from "@/components/ui/value";
import { listAside } from "@/lib/calloff/budget/queries";
import { findAward, listDeclared } from "@/lib/calloff/decide/award/queries/find";
import { instrumentWords } from "@/lib/calloff/purchase/words";
import { nextSteps } from "@/lib/calloff/record/policy";
import { historyOf } from "@/lib/calloff/record/queries/find";
import { eventWords, routeWords, stateWords } from "@/lib/calloff/record/words";
import { isAuditor } from "@/lib/core/actor";
import { listed } from "@/lib/core/values/format";
import { reference } from "@/lib/reference/queries";
import { requireFile } from "../file";
import { ProposeForm } from "./propose-form";

export async function generateMetadata({ params }: PageProps<"/call-offs/[id]/award">): Promise<Metadata> {
  const { actor, callOff } = await requireFile((await params).id);
  return { title: titleOf(nextSteps(actor, callOff)) };
}

const titleOf = (steps: readonly string[]) => (steps.includes("proposeAward") ? "Propose the award" : "Award");

export default async function AwardPage({ params }: PageProps<"/call-offs/[id]/award">) {
  const { id } = await params;
  const { actor, callOff } = await requireFile(id);
  const { organisationId } = actor;
  const pack = (await findAward(actor, id)) ?? notFound();
  const decided = pack.lots.some(({ decision }) => decision !== null);
  if (!pack.lockedAt && !decided) notFound();
  const [{ categories, places }, declared, history, aside] = await Promise.all([
    reference(),
    listDeclared(actor, id),
    historyOf(actor, callOff),
    listAside(actor, id),
  ]);
  const { state, route } = pack;
  const steps = nextSteps(actor, pack);
  const proposing = steps.includes("proposeAward");

  return (
    <>
      <BackLink href={`/call-offs/${id}`}>{pack.title}</BackLink>
      <PageHeader
        title={titleOf(steps)}
        caption={`Call-off ${pack.reference}`}
        aside={
          <>
            <Tag tone={stateWords[state].tone}>{stateWords[state].label}</Tag>
            <span className="text-muted">{stateWords[state].meaning}</span>
          </>
        }
        action={
          steps.includes("reconsider") && (
            <ButtonLink href={`/call-offs/${id}/award/reconsider`} kind="secondary">
              {eventWords.reconsider.act}
            </ButtonLink>
          )
        }
      />
      {proposing && <ProposeForm actor={actor} pack={pack} />}
      {decided && (
        <>
          <Section title="In short" id="short">
            <SummaryList
              rows={[
                { label: "Need", value: pack.need },
                { label: "Instrument", value: instrumentWords[pack.instrument].label },
                { label: "Route", value: route ? routeWords[route].label : "None" },
                ...(pack.routeReason ? [{ label: "Why this route", value: pack.routeReason }] : []),
                ...dates(pack).map(([label, at]) => ({ label, value: <Moment at={at} /> })),
                ...(pack.standstillEndsOn
                  ? [{ label: "Last day of the standstill", value: <Day on={pack.standstillEndsOn.toISOString()} /> }]
                  : []),
              ]}
            />
          </Section>
          {pack.lots.map((lot) => (
            <LotDecision
              key={lot.id}
              lot={lot}
              whole={pack.whole}
              category={categories.name(lot.categoryCode)}
              places={listed(lot.placeCodes.map((code) => places.label(code)))}
            />
          ))}
          <AwardProcess pack={pack} declared={declared} aside={aside} />
          <Section title="What has happened" id="history">
            <RecordHistory lines={history} own={isAuditor(actor) ? null : organisationId} />
          </Section>
        </>
      )}
    </>
  );
}

type Dated = Record<
  "publishedAt" | "closesAt" | "openedAt" | "lockedAt" | "approvedAt" | "notifiedAt" | "noticedAt",
  Date | null
>;

const dates = (row: Dated): [string, Date][] =>
  (
    [
      ["Published", row.publishedAt],
      ["Closed", row.closesAt],
      ["Opened", row.openedAt],
      ["Quality locked", row.lockedAt],
      ["Award approved", row.approvedAt],
      ["Tenderers told", row.notifiedAt],
      ["Award notice", row.noticedAt],
    ] satisfies [string, Date | null][]
  ).flatMap(([label, at]): [string, Date][] => (at ? [[label, at]] : []));

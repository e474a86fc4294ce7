import type { Metadata } from "next";
import { CallOffFacts } from "@/components/calloff/call-off/call-off-facts";
import { CallOffHistory } from "@/components/calloff/call-off/call-off-history";
import { CallOffLine } from "@/components/calloff/call-off/call-off-line";
import { Figures } from "@/components/calloff/call-off/figures";
import { KeyDates } from "@/components/calloff/call-off/key-dates";
import { PartList } from "@/components/calloff/call-off/part-list";
import { WhoPays } from "@/components/calloff/call-off/who-pays";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/message";
import { BackLink, Columns, PageHeader, Section } from "@/components/ui/page";
import { TaskList } from "@/components/ui/progress";
import { Tag } from "@/components/ui/status";
import { readiness } from "@/lib/calloff/before/need/rules";
import { namesOf } from "@/lib/calloff/purchase/queries/find";
import { countsOf, historyOf } from "@/lib/calloff/record/queries/find";
import { readyFacts } from "@/lib/calloff/record/queries/ready";
import { stateAt } from "@/lib/calloff/record/rules";
import { stateWords } from "@/lib/calloff/record/words";
import { isAuditor } from "@/lib/core/actor";
import { londonDay } from "@/lib/core/values/moment";
import { asked } from "../../purchases/reader";
import { doneWords } from "./done";
import { requireFile } from "./file";
import { nextAct, otherActs } from "./next";
import { partsOf } from "./parts";
import { draftSections } from "./sections";

export async function generateMetadata({ params }: PageProps<"/call-offs/[id]">): Promise<Metadata> {
  return { title: (await requireFile((await params).id)).callOff.title };
}

export default async function CallOffPage({ params, searchParams }: PageProps<"/call-offs/[id]">) {
  const { id } = await params;
  const { actor, callOff } = await requireFile(id);
  const { organisationId } = actor;
  const own = isAuditor(actor) ? null : organisationId;
  const { title, funders } = callOff;
  const now = new Date();
  const state = stateAt(callOff, now);
  const [counts, history, names, facts] = await Promise.all([
    countsOf(actor, id),
    historyOf(actor, callOff),
    namesOf(actor, [callOff.createdById]),
    readyFacts(actor, id),
  ]);
  const late = callOff.closesAt !== null && callOff.closesAt <= now;
  const ends = callOff.standstillEndsOn?.toISOString().slice(0, 10);
  const free = ends === undefined || ends < londonDay(now);
  const sections = facts ? readiness(facts) : [];
  const act = nextAct(actor, { callOff, sections, counts, late, free });
  const others = otherActs(actor, callOff);
  const done = doneWords[asked((await searchParams).done)];
  const draft = state === "draft";

  return (
    <>
      <BackLink href="/call-offs">Call-offs</BackLink>
      <PageHeader
        title={title}
        caption={`Call-off ${callOff.reference}`}
        aside={
          <>
            <Tag tone={stateWords[state].tone}>{stateWords[state].label}</Tag>
            <span className="text-muted">{stateWords[state].meaning}</span>
          </>
        }
        action={act && <ButtonLink href={act.href}>{act.label}</ButtonLink>}
      />
      {done && (
        <Notice tone={done.tone} title={done.title}>
          <p>{done.text}</p>
        </Notice>
      )}
      <CallOffLine callOff={callOff} late={late} />
      {callOff.endReason && (
        <Notice tone="note" title="The reason given">
          <p className="whitespace-pre-line">{callOff.endReason}</p>
        </Notice>
      )}
      <Columns
        aside={
          <>
            <CallOffFacts
              callOff={callOff}
              law={facts?.law ?? null}
              startedBy={names.get(callOff.createdById) ?? null}
            />
            <Section title="Key dates" id="dates">
              <KeyDates callOff={callOff} />
            </Section>
            {others.length > 0 && (
              <ul className="no-print grid gap-2">
                {others.map(({ label, href }) => (
                  <li key={href}>
                    <TextLink href={href}>{label}</TextLink>
                  </li>
                ))}
              </ul>
            )}
          </>
        }
      >
        {draft ? (
          <TaskList sections={draftSections(callOff, sections)} />
        ) : (
          <>
            {callOff.publishedAt && (
              <div className="mb-12">
                <Figures counts={counts} />
              </div>
            )}
            <PartList groups={partsOf({ callOff, counts })} />
          </>
        )}
        <Section title="Who pays" id="who-pays">
          <WhoPays funders={funders} />
        </Section>
        <Section title="What has happened" id="history">
          <CallOffHistory lines={history} own={own} />
        </Section>
      </Columns>
    </>
  );
}

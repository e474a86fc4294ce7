import type { Metadata } from "next";
import { LotTable } from "@/components/calloff/lots/lot-table";
import { Volumes } from "@/components/calloff/lots/volumes";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { EmptyState, Notice } from "@/components/ui/message";
import { BackLink, PageHeader, Section } from "@/components/ui/page";
import { monthsOf } from "@/lib/calloff/before/lots/rules";
import { lawFor } from "@/lib/calloff/record/queries/ready";
import { regimeWords } from "@/lib/calloff/record/words";
import { asDay, londonDay } from "@/lib/core/values/moment";
import { reference } from "@/lib/reference/queries";
import { asked } from "../../../purchases/reader";
import { requireFile } from "../file";

export const metadata: Metadata = { title: "Lots, volumes and budgets" };

const doneTitles: Readonly<Record<string, string>> = {
  saved: "The lot is saved",
  removed: "The lot is removed",
  split: "The lot is split",
};

export default async function LotsPage({ params, searchParams }: PageProps<"/call-offs/[id]/lots">) {
  const { id } = await params;
  const { actor, callOff, editable } = await requireFile(id);
  const [{ places, categories }, law] = await Promise.all([
    reference(),
    lawFor(actor, callOff, { on: londonDay(new Date()) }),
  ]);
  const [startsOn, endsOn] = [asDay(callOff.startsOn), asDay(callOff.endsOn)];
  const months = startsOn && endsOn ? monthsOf(startsOn, endsOn) : [];
  const done = doneTitles[asked((await searchParams).done)];
  const { lots } = callOff;

  return (
    <>
      <BackLink href={`/call-offs/${id}`}>{callOff.title}</BackLink>
      <PageHeader
        title="Lots, volumes and budgets"
        caption={`Call-off ${callOff.reference}`}
        lead="A lot is a part of the need, by place or by group. Each is tendered for and awarded by itself."
        action={
          editable &&
          months.length > 0 &&
          lots.length > 0 && <ButtonLink href={`/call-offs/${id}/lots/new`}>Add a lot</ButtonLink>
        }
      />
      {done && (
        <Notice tone="good" title={done}>
          <p>The estimate and everyone's share follow from it.</p>
        </Notice>
      )}
      {months.length === 0 ? (
        <EmptyState
          title="Say first when it starts and ends"
          action={editable && <ButtonLink href={`/call-offs/${id}/need`}>Write the need</ButtonLink>}
        >
          Volumes are forecast for each month of the term.
        </EmptyState>
      ) : lots.length === 0 ? (
        <EmptyState
          title="There are no lots yet"
          action={editable && <ButtonLink href={`/call-offs/${id}/lots/new`}>Add the first lot</ButtonLink>}
        >
          One lot is enough. Smaller lots let smaller organisations tender. You can split one by place later.
        </EmptyState>
      ) : (
        <>
          <LotTable
            callOff={callOff}
            place={places.label}
            category={(code) => categories.name(code)}
            links={editable}
          />
          <p className="mt-4 max-w-measure text-muted">{regimeWords(law)}.</p>
          <Section title="Forecast" id="forecast" lead="How many are expected, lot by lot.">
            <Volumes lots={lots} months={months} />
          </Section>
          {editable && (
            <p className="no-print mt-8">
              <TextLink href={`/call-offs/${id}`}>Go back to the call-off</TextLink>
            </p>
          )}
        </>
      )}
    </>
  );
}

import type { Metadata } from "next";
import { Select } from "@/components/form/choice";
import { CoverageTable } from "@/components/market/coverage-table";
import { Figures } from "@/components/market/figures";
import { Button, ButtonLink, Download, TextLink } from "@/components/ui/button";
import { Tabs } from "@/components/ui/filter";
import { EmptyState } from "@/components/ui/message";
import { PageHeader, Section } from "@/components/ui/page";
import { currentActor } from "@/lib/identity/session";
import { coverage } from "@/lib/market/queries";
import { gapsOf } from "@/lib/market/rules";
import { measures, measureWords } from "@/lib/market/words";
import { reference } from "@/lib/reference/queries";
import { askedFor } from "./asked";

export const metadata: Metadata = { title: "Coverage" };

export default async function CoveragePage({ searchParams }: PageProps<"/coverage">) {
  const asked = askedFor(await searchParams);
  const [table, { places }] = await Promise.all([coverage(await currentActor(), asked.region), reference()]);
  const { empty, all } = gapsOf(table);
  const where = table.region ? `police area of ${table.region.name}` : "probation region";
  const regions = places.all.filter(({ kind, current }) => kind === "region" && current);
  const address = (path: string, measure = asked.measure) => {
    const query = new URLSearchParams({
      ...(table.region && { region: table.region.code }),
      ...(measure !== "services" && { count: measure }),
    });
    return query.size > 0 ? `${path}?${query}` : path;
  };

  return (
    <>
      <PageHeader
        title="Coverage"
        {...(table.region && { caption: table.region.name })}
        lead={`Who works where, by need and ${where}. A service counts in every place that it reaches.`}
      />
      <form action="/coverage" method="get" className="no-print mb-8 flex flex-wrap items-end gap-x-5 gap-y-3">
        {asked.measure !== "services" && <input type="hidden" name="count" value={asked.measure} />}
        <Select
          name="region"
          label="Look inside one region"
          empty="All regions"
          options={regions.map(({ code, name }) => ({ value: code, label: name }))}
          defaultValue={table.region?.code}
        />
        <Button kind="secondary">Show</Button>
      </form>
      <Tabs
        label="What to count"
        tabs={measures.map((measure) => ({
          label: measureWords[measure].label,
          href: address("/coverage", measure),
          current: measure === asked.measure,
        }))}
      />
      {table.cells.length > 0 ? (
        <>
          <CoverageTable
            table={table}
            measure={asked.measure}
            caption={`${measureWords[asked.measure].label} by need and ${where}`}
          />
          <p className="mt-4">
            {empty === 0 ? "Every square has a service." : `${empty} of ${all} squares have no service.`} Press a figure
            to see what is behind it.
          </p>
        </>
      ) : (
        <EmptyState title="No service is here yet" action={<ButtonLink href="/join">Join the register</ButtonLink>}>
          When services are admitted, this page shows where they work.
        </EmptyState>
      )}
      <p className="no-print mt-5">
        <Download href={address("/coverage/csv")} kind="CSV">
          This table
        </Download>
      </p>
      <Section title="All of the register" id="all">
        <Figures table={table} />
        <p className="mt-5">
          <TextLink href="/coverage/bids">See how many tenders come for each lot, and who wins</TextLink>
        </p>
      </Section>
    </>
  );
}

import type { Metadata } from "next";
import { CoverageTable } from "@/components/market/coverage-table";
import { Figures } from "@/components/market/figures";
import { TextLink } from "@/components/ui/button";
import { Doors } from "@/components/ui/list";
import { EmptyState } from "@/components/ui/message";
import { Section } from "@/components/ui/page";
import { currentActor } from "@/lib/identity/session";
import { coverage } from "@/lib/market/queries";
import { gapsOf } from "@/lib/market/rules";

export const metadata: Metadata = { title: { absolute: "Throughcare: services that help people leave crime behind" } };

export default async function FrontPage() {
  const table = await coverage(await currentActor());
  const { empty, all } = gapsOf(table);

  return (
    <>
      <header className="mb-12 grid gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] lg:items-end">
        <div className="max-w-measure">
          <h1 className="text-title font-bold text-balance">
            Help for people on probation, found and followed through
          </h1>
          <p className="mt-4 text-pretty">
            Throughcare is an open register of services that help people leave crime behind. Charities list what they
            do, once. Public bodies find them, buy from them, and everyone can see what was bought.
          </p>
        </div>
        <Doors
          doors={[
            { title: "I run a service", href: "/join", children: "Join on any day. It is free, and you answer once." },
            { title: "I buy services", href: "/find", children: "Search by place and need, compare, and buy." },
            {
              title: "I support someone",
              href: "/finder",
              children: "Find a service with space now, in three questions.",
            },
          ]}
        />
      </header>
      {table.totals.services > 0 ? (
        <CoverageTable table={table} caption="Services on the register, by need and probation region" />
      ) : (
        <EmptyState
          title="The register is open, and nobody is on it yet"
          action={<TextLink href="/join">Be the first to join</TextLink>}
        >
          When services are admitted, this page shows where they work and what they do.
        </EmptyState>
      )}
      {table.totals.services > 0 && (
        <p className="mt-4 text-muted">
          {empty === 0 ? "Every square has a service." : `${empty} of ${all} squares have no service yet.`}{" "}
          <TextLink href="/coverage">See coverage by police area</TextLink>
        </p>
      )}
      <Section title="The register today" id="today">
        <Figures table={table} />
      </Section>
    </>
  );
}

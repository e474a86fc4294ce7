import { TextLink } from "@/components/ui/button";
import { Details, Section } from "@/components/ui/page";
import { SummaryList } from "@/components/ui/summary";
import { DataTable } from "@/components/ui/table";
import { count, day, listed } from "@/lib/core/values/format";
import { bandLabel, bandName } from "@/lib/register/market/words";
import type { MarketFacts } from "@/lib/register/notice/facts";

/** A register as the law has it described: what it is, for whom, its parts, its conditions, how to join. */
export function MarketNotice({ facts }: { facts: MarketFacts }) {
  const bands = facts.bands.map(({ upToPence, ...band }) => ({
    ...band,
    upToPence: upToPence === null ? null : BigInt(upToPence),
  }));
  return (
    <>
      <SummaryList
        title="The register"
        rows={[
          { label: "Title", value: facts.register.title },
          { label: "Market identifier", value: facts.register.code },
          { label: "Kept by", value: [facts.authority.name, facts.authority.address].filter(Boolean).join(", ") },
          { label: "What it is for", value: facts.description },
          { label: "Who may use it", value: facts.usedBy },
          { label: "Runs", value: `From ${day(facts.opensOn)} to ${day(facts.closesOn)}` },
          { label: "Where", value: `${facts.geography.title} (${facts.geography.codes})` },
          { label: "Regime", value: facts.lightTouch },
          {
            label: "How to apply",
            value: (
              <>
                {facts.apply} <TextLink href="/join">Join the register</TextLink>
              </>
            ),
          },
          { label: "A decision is due in", value: count(facts.decideWithin, "working day") },
          { label: "Fee", value: facts.fee },
          {
            label: "Conflicts of interest",
            value: facts.conflictsAssessed ? "Assessed (Procurement Act 2023, section 83)" : "Not assessed yet",
          },
        ]}
      />
      <Section title="Parts" id="parts">
        <DataTable
          caption={`${count(facts.parts.length, "part")}, each for the whole of ${facts.geography.title}`}
          rows={facts.parts}
          rowKey={({ number }) => String(number)}
          columns={[
            {
              label: "Part",
              heads: true,
              cell: ({ number, title, description }) => (
                <>
                  {number}. {title}
                  <span className="block text-small font-normal text-muted">{description}</span>
                </>
              ),
            },
            { label: "For whom", cell: ({ cohort }) => cohort ?? "Everybody" },
            { label: "Procurement code", cell: ({ cpv }) => `${cpv.code} ${cpv.name}` },
          ]}
        />
      </Section>
      <Section title="Values" id="values">
        <DataTable
          caption="The most that one call-off may be worth, with VAT"
          rows={bands}
          rowKey={({ number }) => String(number)}
          columns={[
            { label: "Value", heads: true, cell: bandLabel },
            {
              label: "Conditions",
              numeric: true,
              cell: ({ number }) => facts.conditions.filter(({ bandFrom }) => bandFrom <= number).length,
            },
          ]}
        />
      </Section>
      <Section title="Conditions for membership" id="conditions" lead="Something equal always counts.">
        <ol className="border-t border-line">
          {facts.conditions.map(({ number, title, text, justification, rule, bandFrom, partNumbers }) => (
            <li key={number} className="grid max-w-measure gap-2 border-b border-line py-4">
              <h3 className="font-bold">
                {number}. {title}
              </h3>
              <p>{text}</p>
              <Details summary={`Why, and of whom (condition ${number})`}>
                <p>{justification}</p>
                <p className="mt-2 text-muted">
                  {rule}. Asked {bandFrom === 1 ? "at every value" : `from ${bandName(bands, bandFrom)}`},{" "}
                  {partNumbers.length === 0 ? "in every part" : `in parts ${listed(partNumbers.map(String))}`}.
                </p>
              </Details>
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
}

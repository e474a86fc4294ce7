import { TextLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { Section } from "@/components/ui/page";
import { SummaryList } from "@/components/ui/summary";
import { DataTable } from "@/components/ui/table";
import { advertised } from "@/lib/calloff/record/policy";
import { routeWords } from "@/lib/calloff/record/words";
import { count, day, listed, moment, percent, pounds } from "@/lib/core/values/format";
import type { CallOffFacts } from "@/lib/register/notice/facts";

/** A call-off as the law has it described in public: what this notice says of it, then who buys what, for whom, where, until when, and how it is judged. */
export function CallOffNotice({ facts, kindCode }: { facts: CallOffFacts; kindCode: string }) {
  const { callOff, market, corrects } = facts;
  // What was never advertised, or is only talked about yet, has no page that everybody may read.
  const shown = kindCode !== "UK2" && advertised.some((route) => routeWords[route].label === callOff.route);
  return (
    <>
      {facts.statements.map(({ title, lines }) => (
        <Section key={title} title={title}>
          {lines.length === 1 ? <p className="max-w-measure">{lines[0]}</p> : <Bullets items={lines} />}
        </Section>
      ))}
      <div className="mt-14 first:mt-0">
        <SummaryList
          title="The call-off"
          rows={[
            { label: "Title", value: callOff.title },
            {
              label: "Reference",
              value: shown ? (
                <TextLink href={`/opportunities/${callOff.reference}`}>{callOff.reference}</TextLink>
              ) : (
                callOff.reference
              ),
            },
            ...(corrects
              ? [{ label: "Corrects", value: <TextLink href={`/notices/${corrects}`}>Notice {corrects}</TextLink> }]
              : []),
            { label: "Authority", value: [facts.authority.name, facts.authority.address].filter(Boolean).join(", ") },
            { label: "Instrument", value: callOff.instrument },
            { label: "Route", value: callOff.route },
            ...(market
              ? [
                  {
                    label: "Dynamic market",
                    value: `${market.title} (${market.code}), ${listed(market.parts.map(({ number, title }) => `part ${number}: ${title}`))}`,
                  },
                ]
              : []),
            { label: "Need", value: facts.need || "Not written yet" },
            { label: "For whom", value: facts.forWhom || "Not written yet" },
            { label: "Term", value: termOf(facts) },
            { label: "Value, with VAT and extensions", value: pounds(BigInt(facts.estimatePence)) },
            ...(facts.clarifyUntil ? [{ label: "Questions until", value: moment(new Date(facts.clarifyUntil)) }] : []),
            ...(facts.closesAt ? [{ label: "Tenders until", value: moment(new Date(facts.closesAt)) }] : []),
            ...(facts.decideOn ? [{ label: "Decision planned for", value: day(facts.decideOn) }] : []),
            {
              label: "Conflicts of interest",
              value: facts.conflictsAssessed ? "Assessed (Procurement Act 2023, section 83)" : "Not assessed yet",
            },
          ]}
        />
      </div>
      {facts.lots.length > 0 && (
        <Section title="Lots" id="lots">
          <DataTable
            caption={`${count(facts.lots.length, "lot")}; the most that may be paid, with VAT`}
            rows={facts.lots}
            rowKey={({ number }) => String(number)}
            columns={[
              {
                label: "Lot",
                heads: true,
                cell: ({ number, title, category, cohort }) => (
                  <>
                    {number}. {title}
                    <span className="block text-small font-normal text-muted">
                      {[category, cohort].filter(Boolean).join(", ")}
                    </span>
                  </>
                ),
              },
              { label: "Where", cell: ({ places }) => listed(places) },
              { label: "First term", numeric: true, cell: ({ budgetPence }) => pounds(BigInt(budgetPence)) },
              { label: "Extensions", numeric: true, cell: ({ extensionPence }) => pounds(BigInt(extensionPence)) },
            ]}
          />
        </Section>
      )}
      {facts.criteria.length > 0 && (
        <Section title="Criteria" id="criteria">
          <DataTable
            caption="What tenders are judged by"
            rows={facts.criteria}
            rowKey={({ number }) => String(number)}
            columns={[
              { label: "Criterion", heads: true, cell: ({ title }) => title },
              { label: "Weight", numeric: true, cell: ({ weightBp }) => percent(weightBp) },
            ]}
          />
        </Section>
      )}
    </>
  );
}

const termOf = ({ startsOn, endsOn, extensionMonths }: CallOffFacts) => {
  if (!startsOn || !endsOn) return "Not decided yet";
  const extra = extensionMonths > 0 ? `, and up to ${count(extensionMonths, "month")} of extensions` : "";
  return `From ${day(startsOn)} to ${day(endsOn)}${extra}`;
};

import { CheckboxGroup, Select } from "@/components/form/choice";
import { TextField } from "@/components/form/text";
import { BarList } from "@/components/picture/bar-list";
import { HeatTable } from "@/components/picture/heat-table";
import { ButtonLink, Download, TextLink } from "@/components/ui/button";
import { FilterChips, FilterLayout, Tabs } from "@/components/ui/filter";
import { Bullets, Doors, ResultList } from "@/components/ui/list";
import { EmptyState } from "@/components/ui/message";
import { Section } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { SummaryList } from "@/components/ui/summary";
import { DataTable, Pagination } from "@/components/ui/table";
import { Money } from "@/components/ui/value";

const lines = [
  { id: "1", what: "Mentoring, one to one", unit: "session", many: 120, each: 8500n },
  { id: "2", what: "Group work on money and debt", unit: "group", many: 24, each: 31250n },
  { id: "3", what: "Meeting at the gate", unit: "person", many: 40, each: 12000n },
];

const regions = ["North East", "North West", "Yorkshire", "Wales", "London"].map((label) => ({ key: label, label }));
const kinds = ["Housing", "Work", "Family", "Money", "Health"].map((label) => ({ key: label, label }));

/** Lists, tables, filters and pictures. */
export function ListExample() {
  return (
    <>
      <Section title="Filters beside a list" id="filters">
        <FilterLayout
          action="/style"
          chosen={2}
          filters={
            <>
              <TextField name="words" label="Words" type="search" />
              <Select
                name="place"
                label="Place"
                options={[
                  { value: "", label: "Anywhere" },
                  { value: "wales", label: "Wales" },
                ]}
              />
              <CheckboxGroup
                name="kind"
                label="Kind of help"
                defaultValue={["housing"]}
                options={[
                  { value: "housing", label: "Housing (41)" },
                  { value: "work", label: "Work (28)" },
                ]}
              />
            </>
          }
        >
          <FilterChips
            clear="/style"
            chips={[
              { label: "Wales", without: "/style?kind=housing" },
              { label: "Housing", without: "/style?place=wales" },
            ]}
          />
          <Section
            title="41 services"
            action={
              <Download href="/register.csv" kind="CSV">
                These services
              </Download>
            }
          >
            <ResultList
              label="Services"
              items={[
                {
                  id: "1",
                  title: "A safe place to start",
                  href: "/style#1",
                  under: "Cartref Ŵyr, Cardiff",
                  tag: <Tag tone="good">Has space</Tag>,
                  facts: ["12 places", "£85.00 a session", "Starts in 5 days"],
                  why: "Covers Wales, and takes people leaving prison.",
                },
                {
                  id: "2",
                  title: "Keys and tenancies",
                  href: "/style#2",
                  under: "Northgate Trust, Wrexham",
                  tag: <Tag tone="wait">Full until July</Tag>,
                  facts: ["20 places", "£1,240.00 a place"],
                  why: "Covers Wrexham and Flintshire.",
                  action: (
                    <ButtonLink kind="secondary" href="/style">
                      Compare
                    </ButtonLink>
                  ),
                },
              ]}
            />
            <Pagination page={3} total={214} of="service" href={(page) => `/style?page=${page}`} />
          </Section>
        </FilterLayout>
      </Section>
      <Section title="A table" id="table">
        <DataTable
          caption="What is bought, by line"
          rows={lines}
          rowKey={({ id }) => id}
          columns={[
            { label: "Line", cell: ({ what }) => what },
            { label: "Unit", cell: ({ unit }) => unit },
            { label: "How many", cell: ({ many }) => many, numeric: true },
            { label: "Price each", cell: ({ each }) => <Money pence={each} />, numeric: true },
            { label: "Total", cell: ({ each, many }) => <Money pence={each * BigInt(many)} />, numeric: true },
          ]}
          total={[
            "Total",
            "",
            "",
            "",
            <Money key="t" pence={lines.reduce((sum, { each, many }) => sum + each * BigInt(many), 0n)} />,
          ]}
        />
      </Section>
      <Section title="Check answers" id="summary">
        <SummaryList
          rows={[
            { label: "Name", value: "Northgate Trust", change: "/style#n" },
            { label: "Charity number", value: "1098765", change: "/style#c" },
            {
              label: "Where you work",
              value: <Bullets items={["Wrexham", "Flintshire", "Denbighshire"]} />,
              change: "/style#w",
              note: "Changed yesterday by Marta Reyes",
            },
            { label: "Website", value: null, change: "/style#s" },
          ]}
        />
      </Section>
      <Section title="Views" id="tabs">
        <Tabs
          label="Agreements"
          tabs={[
            { label: "Live", href: "/style", current: true, count: 12 },
            { label: "Ended", href: "/style?ended", count: 40 },
          ]}
        />
        <EmptyState title="No agreements yet" action={<ButtonLink href="/style">Find a service</ButtonLink>}>
          When a provider accepts your offer, the agreement is here.
        </EmptyState>
      </Section>
      <Section title="Pictures" id="pictures">
        <div className="grid gap-12">
          <HeatTable
            caption="Services by kind and region"
            unit="services"
            rows={regions}
            columns={kinds}
            value={(row, column) => Math.max(0, ((row.label.length * 7 + column.label.length * 5) % 23) - 4)}
            href={(row, column) => `/style?r=${row.key}&k=${column.key}`}
          />
          <BarList
            caption="Share of spend this year"
            bars={[
              { label: "Northgate Trust", value: 31, said: "31%" },
              { label: "Cartref Ŵyr", value: 22, said: "22%" },
              { label: "Everyone else", value: 47, said: "47%" },
            ]}
          />
        </div>
      </Section>
      <Section title="Two doors" id="doors">
        <Doors
          doors={[
            { title: "I run a service", href: "/join", children: "Join the register once. Answer each question once." },
            { title: "I buy services", href: "/find", children: "Find who can help, where, and at what price." },
          ]}
        />
        <p className="mt-6">
          A link in text looks <TextLink href="/style">like this</TextLink>.
        </p>
      </Section>
    </>
  );
}

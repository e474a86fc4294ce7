import { ButtonLink, TextLink } from "@/components/ui/button";
import { PageHeader, Section } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { SummaryList } from "@/components/ui/summary";
import { DataTable } from "@/components/ui/table";
import { Day } from "@/components/ui/value";
import { count, day, whole } from "@/lib/core/values/format";
import type { Reference } from "@/lib/reference/snapshot";
import type { RegisterDesign } from "@/lib/register/market/queries";
import { minutesIn, standingOf } from "@/lib/register/market/rules";
import { marketWords, ruleWords, standingWords } from "@/lib/register/market/words";
import { BandTable, ConditionList, PartTable } from "./register-view";

type Props = { register: RegisterDesign; facts: Reference; members: ReadonlyMap<string, number> };

/** A whole register as stewards read it: its terms, its values, its parts, its conditions and its notices. */
export function RegisterPage({ register, facts: { on, cpv, cohorts, rules }, members }: Props) {
  const { parts, conditions, bands, notices, frozenAt } = register;
  const standing = standingWords[standingOf(register, on)];
  return (
    <>
      <PageHeader
        title={register.title}
        caption={`From ${day(register.opensOn.toISOString())} to ${day(register.closesOn.toISOString())}`}
        lead={`${marketWords.what} ${marketWords.term}`}
        aside={<Tag tone={standing.tone}>{standing.label}</Tag>}
        action={
          frozenAt && (
            <ButtonLink kind="secondary" href="/register">
              As the public sees it
            </ButtonLink>
          )
        }
      />
      <SummaryList
        title="Terms"
        rows={[
          { label: "Code", value: register.code },
          { label: "What it is for", value: register.description || null },
          { label: "Who may use it", value: register.usedBy || null },
          { label: "A decision is due in", value: count(register.decideWithin, "working day") },
          { label: "Grace for what has run out", value: count(register.graceDays, "day") },
          { label: "Conflicts of interest", value: register.conflictsAssessment || null },
        ]}
      />
      {bands.length > 0 && (
        <Section title="Values" id="values">
          <BandTable bands={bands} conditions={conditions} secondFromBand={register.secondFromBand} />
        </Section>
      )}
      <Section title="Parts" id="parts">
        <PartTable
          parts={parts}
          cpv={cpv.name}
          cohort={cohorts.name}
          members={({ id, number }) => (
            <TextLink href={`/steward/members?part=${number}&state=active`}>{whole(members.get(id) ?? 0)}</TextLink>
          )}
        />
      </Section>
      <Section
        title="Conditions"
        id="conditions"
        lead={
          <>
            {marketWords.frozen}{" "}
            {frozenAt && (
              <>
                Frozen on <Day on={frozenAt} />
              </>
            )}{" "}
            ({ruleWords.frozen.source}). All of them take about {count(minutesIn(conditions), "minute")} to answer.
          </>
        }
      >
        <ConditionList
          conditions={conditions}
          bands={bands}
          rule={(code) => `${rules.name(code)} ${rules.find(code)?.source ?? ""}`}
        />
      </Section>
      {notices.length > 0 && (
        <Section title="Notices" id="notices">
          <DataTable
            caption="Notices about the register itself"
            rows={notices}
            rowKey={({ reference }) => reference}
            columns={[
              {
                label: "Notice",
                heads: true,
                cell: ({ reference, title }) => <TextLink href={`/notices/${reference}`}>{title}</TextLink>,
              },
              { label: "Kind", cell: ({ kindCode }) => kindCode },
              { label: "Published", cell: ({ publishedAt }) => <Day on={publishedAt} /> },
            ]}
          />
        </Section>
      )}
    </>
  );
}

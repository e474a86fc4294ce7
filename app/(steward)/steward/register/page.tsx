import type { Metadata } from "next";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/message";
import { Details, PageHeader, Section } from "@/components/ui/page";
import { SummaryList } from "@/components/ui/summary";
import { DataTable } from "@/components/ui/table";
import { Day } from "@/components/ui/value";
import { count, day, whole } from "@/lib/core/format";
import { reference } from "@/lib/reference/queries";
import { conditionKindWords } from "@/lib/register/application/words";
import { mayDesign } from "@/lib/register/market/policy";
import { currentRegister, listConditions, listParts } from "@/lib/register/market/queries";
import { minutesIn } from "@/lib/register/market/rules";
import { marketWords, ruleWords } from "@/lib/register/market/words";
import { countByPart } from "@/lib/register/membership/queries";
import { requireReader } from "../reader";

export const metadata: Metadata = { title: "The register" };

export default async function RegisterPage() {
  const actor = await requireReader();
  const register = await currentRegister(actor);
  if (!register) {
    return (
      <>
        <PageHeader title="The register" />
        <EmptyState
          title="No register stands yet"
          action={mayDesign(actor) && <ButtonLink href="/steward/register/new">Set it up</ButtonLink>}
        >
          Until there is one, nobody can apply.
          {!mayDesign(actor) && " An administrator of your office can set it up."}
        </EmptyState>
      </>
    );
  }
  const [parts, conditions, members, { rules, cpv }] = await Promise.all([
    listParts(actor),
    listConditions(actor),
    countByPart(actor),
    reference(),
  ]);

  return (
    <>
      <PageHeader
        title={register.title}
        caption={`From ${day(register.opensOn.toISOString())} to ${day(register.closesOn.toISOString())}`}
        lead={`${marketWords.what} ${marketWords.term}`}
        action={
          <ButtonLink kind="secondary" href="/register">
            As the public sees it
          </ButtonLink>
        }
      />
      <Section title="Parts" id="parts">
        <DataTable
          caption={`${count(parts.length, "part")}, each applied for by itself`}
          rows={parts}
          rowKey={({ id }) => id}
          columns={[
            { label: "Part", heads: true, cell: ({ number, title }) => `${number}. ${title}` },
            { label: "Common procurement code", cell: ({ cpvCode }) => `${cpvCode} ${cpv.name(cpvCode)}` },
            {
              label: "Members",
              numeric: true,
              cell: ({ id, number }) => (
                <TextLink href={`/steward/members?part=${number}&state=active`}>{whole(members.get(id) ?? 0)}</TextLink>
              ),
            },
          ]}
        />
      </Section>
      <Section
        title="Conditions"
        id="conditions"
        lead={
          <>
            {marketWords.frozen}{" "}
            {register.frozenAt && (
              <>
                Frozen on <Day on={register.frozenAt} />
              </>
            )}{" "}
            ({ruleWords.frozen.source}). All of them take about {minutesIn(conditions)} minutes to answer.
          </>
        }
      >
        <ol className="border-t border-line">
          {conditions.map(({ id, number, title, kind, text, help, justification, ruleCode, minutes, orEquivalent }) => (
            <li key={id} className="grid max-w-measure gap-2 border-b border-line py-5">
              <h3 className="font-bold">
                {number}. {title}
              </h3>
              <p>{text}</p>
              <Details summary={`Why, and by which rule (condition ${number})`}>
                <SummaryList
                  rows={[
                    {
                      label: "What kind",
                      value: `${conditionKindWords[kind].label}. ${conditionKindWords[kind].meaning}`,
                    },
                    { label: "Help given", value: help },
                    { label: "Why it is asked", value: justification },
                    { label: "Rule", value: `${rules.name(ruleCode)} ${rules.find(ruleCode)?.source ?? ""}` },
                    { label: "Something equal", value: orEquivalent ? "Accepted" : "Not accepted" },
                    { label: "Time to answer", value: count(minutes, "minute") },
                  ]}
                />
              </Details>
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
}

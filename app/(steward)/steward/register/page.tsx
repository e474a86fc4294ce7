import type { Metadata } from "next";
import { RegisterPage } from "@/components/register/design/register-page";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/message";
import { PageHeader, Section } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { DataTable } from "@/components/ui/table";
import { Day } from "@/components/ui/value";
import { whole } from "@/lib/core/values/format";
import { reference } from "@/lib/reference/queries";
import { mayDesign } from "@/lib/register/market/policy";
import { currentRegister, findRegister, type ListedRegister, listRegisters } from "@/lib/register/market/queries";
import { standingOf } from "@/lib/register/market/rules";
import { standingWords } from "@/lib/register/market/words";
import { countByPart } from "@/lib/register/membership/queries";
import { requireReader } from "../reader";

export const metadata: Metadata = { title: "The register" };

export default async function TheRegisterPage() {
  const actor = await requireReader();
  const [current, all, facts] = await Promise.all([currentRegister(actor), listRegisters(actor), reference()]);
  const others = all.filter(({ id }) => id !== current?.id);
  const begin = mayDesign(actor) && (
    <ButtonLink href="/steward/register/new" kind={current ? "secondary" : "primary"}>
      Design a register
    </ButtonLink>
  );
  const [register, members] = current
    ? await Promise.all([findRegister(actor, current.id), countByPart(actor)])
    : [null, new Map<string, number>()];

  return (
    <>
      {register ? (
        <RegisterPage register={register} facts={facts} members={members} />
      ) : (
        <>
          <PageHeader title="The register" />
          <EmptyState title="No register stands yet" action={others.length === 0 && begin}>
            Until there is one, nobody can apply.
            {!mayDesign(actor) && " An administrator of your office can design it."}
          </EmptyState>
        </>
      )}
      {(others.length > 0 || register) && (
        <Section title="Other registers" id="others" action={begin}>
          <Others registers={others} on={facts.on} />
        </Section>
      )}
    </>
  );
}

const Others = ({ registers, on }: { registers: readonly ListedRegister[]; on: string }) => (
  <DataTable
    caption="Registers that are being designed, that are to come, or that have ended"
    rows={registers}
    rowKey={({ id }) => id}
    columns={[
      {
        label: "Register",
        heads: true,
        cell: ({ id, title }) => <TextLink href={`/steward/register/${id}`}>{title}</TextLink>,
      },
      { label: "Standing", cell: (register) => <Standing {...standingWords[standingOf(register, on)]} /> },
      { label: "First day", cell: ({ opensOn }) => <Day on={opensOn.toISOString()} /> },
      { label: "Last day", cell: ({ closesOn }) => <Day on={closesOn.toISOString()} /> },
      { label: "Parts", numeric: true, cell: ({ _count }) => whole(_count.parts) },
      { label: "Conditions", numeric: true, cell: ({ _count }) => whole(_count.conditions) },
    ]}
    empty={<EmptyState title="There is no other">A register can be designed long before it runs.</EmptyState>}
  />
);

const Standing = ({ label, tone }: (typeof standingWords)[keyof typeof standingWords]) => (
  <Tag tone={tone}>{label}</Tag>
);

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Select } from "@/components/form/choice";
import { Form } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { MoneyField } from "@/components/form/text";
import { TextLink } from "@/components/ui/button";
import { BackLink, PageHeader } from "@/components/ui/page";
import { mayMake } from "@/lib/calloff/budget/policy";
import { findAllowance } from "@/lib/calloff/budget/queries";
import { yearsAround } from "@/lib/calloff/budget/rules";
import { yearWords } from "@/lib/calloff/budget/words";
import { pounds } from "@/lib/core/values/format";
import { financialYear, londonDay } from "@/lib/core/values/moment";
import { toPounds } from "@/lib/core/values/money";
import { requireMember } from "@/lib/identity/session";
import { asked } from "../../purchases/reader";
import { limit } from "../actions";

export const metadata: Metadata = { title: "Set your yearly limit" };

export default async function LimitPage({ searchParams }: PageProps<"/budgets/limit">) {
  const params = await searchParams;
  const actor = await requireMember("authority");
  if (!mayMake(actor)) notFound();
  const today = londonDay(new Date());
  const years = yearsAround(today);
  const year = years.find((known) => known === asked(params.year)) ?? financialYear(today);
  const now = await findAllowance(actor, year);

  return (
    <>
      <BackLink href="/budgets">Budgets</BackLink>
      <PageHeader
        title="Set your yearly limit"
        lead="How much your organisation lets itself buy from the rate card, or give in direct grants, without a competition."
      />
      <Form action={limit}>
        <Select
          name="year"
          label="Which financial year?"
          options={years.map((value) => ({ value, label: `${value} (${yearWords(value)})` }))}
          defaultValue={year}
        />
        <MoneyField
          name="cap"
          label="What is the limit?"
          hint={now ? `In ${year}, ${pounds(now.usedPence)} is used of ${pounds(now.capPence)}.` : "With VAT."}
          defaultValue={now ? toPounds(now.capPence) : undefined}
        />
        <Buttons>
          <Submit>Set this limit</Submit>
          <TextLink href="/budgets">Cancel</TextLink>
        </Buttons>
      </Form>
    </>
  );
}

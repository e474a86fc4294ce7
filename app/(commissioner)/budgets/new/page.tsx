import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Select } from "@/components/form/choice";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { MoneyField, TextField } from "@/components/form/text";
import { TextLink } from "@/components/ui/button";
import { BackLink, PageHeader } from "@/components/ui/page";
import { mayMake } from "@/lib/calloff/budget/policy";
import { yearsAround } from "@/lib/calloff/budget/rules";
import { yearWords } from "@/lib/calloff/budget/words";
import { newId } from "@/lib/core/values/id";
import { financialYear, londonDay } from "@/lib/core/values/moment";
import { requireMember } from "@/lib/identity/session";
import { asked } from "../../purchases/reader";
import { create } from "../actions";
import { keptIn, wayBack } from "../way";

export const metadata: Metadata = { title: "Make a budget" };

export default async function NewBudgetPage({ searchParams }: PageProps<"/budgets/new">) {
  const params = await searchParams;
  const year = asked(params.year);
  const back = wayBack(asked(params.back));
  const kept = keptIn(asked(params.budget)).join(",");
  const actor = await requireMember("authority");
  if (!mayMake(actor)) notFound();
  const today = londonDay(new Date());

  return (
    <>
      {back ? (
        <BackLink href={`${back}?budget=${kept}`}>The approval</BackLink>
      ) : (
        <BackLink href="/budgets">Budgets</BackLink>
      )}
      <PageHeader
        title="Make a budget"
        lead="Shares of purchases and call-offs are set aside in it. It can never be overspent."
      />
      <Form action={create} idempotencyKey={newId()}>
        {back && <HiddenFields values={{ back, kept }} />}
        <TextField name="title" label="What do you call it?" hint="For example, Community services." width={20} />
        <Select
          name="year"
          label="Which financial year?"
          options={yearsAround(today, year).map((value) => ({ value, label: `${value} (${yearWords(value)})` }))}
          defaultValue={year || financialYear(today)}
        />
        <MoneyField name="amount" label="How much?" hint="You can change it later, but not below what is committed." />
        <Buttons>
          <Submit>Make this budget</Submit>
          <TextLink href={back ? `${back}?budget=${kept}` : "/budgets"}>Cancel</TextLink>
        </Buttons>
      </Form>
    </>
  );
}

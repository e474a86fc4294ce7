import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RadioGroup } from "@/components/form/choice";
import { DateField } from "@/components/form/date";
import { Form } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text";
import { TextLink } from "@/components/ui/button";
import { BackLink, PageHeader } from "@/components/ui/page";
import { count, day } from "@/lib/core/values/format";
import { newId } from "@/lib/core/values/id";
import { addDays, addMonths } from "@/lib/core/values/moment";
import { reference } from "@/lib/reference/queries";
import { mayDesign } from "@/lib/register/market/policy";
import { listRegisters } from "@/lib/register/market/queries";
import { standardDesign, standardTitle, standardYears } from "@/lib/register/market/standard";
import { requireReader } from "../../reader";
import { design } from "./actions";

export const metadata: Metadata = { title: "Design a register" };

export default async function NewRegisterPage() {
  const actor = await requireReader();
  if (!mayDesign(actor)) notFound();
  const [registers, { on }] = await Promise.all([listRegisters(actor), reference()]);
  const last = registers
    .find(({ frozenAt }) => frozenAt)
    ?.closesOn.toISOString()
    .slice(0, 10);
  const first = last && last >= on ? addDays(last, 1) : on;

  return (
    <>
      <BackLink href="/steward/register">The register</BackLink>
      <PageHeader
        title="Design a register"
        lead="Nobody outside your office sees it until you publish it. You can leave it and come back."
      />
      <Form action={design} idempotencyKey={newId()}>
        <RadioGroup
          name="from"
          label="What do you start from?"
          options={[
            {
              value: "standard",
              label: "The standard register",
              hint: `${count(standardDesign.parts.length, "part")} and ${count(standardDesign.conditions.length, "condition")}, all of which you can change.`,
            },
            ...registers.map(({ id, title, opensOn, _count }) => ({
              value: id,
              label: title,
              hint: `From ${day(opensOn.toISOString())}. ${count(_count.parts, "part")} and ${count(_count.conditions, "condition")}. Answers that were given there are used again.`,
            })),
            { value: "empty", label: "Nothing", hint: "You write every part and every condition." },
          ]}
          defaultValue="standard"
        />
        <TextField name="title" label="Title" hint="The public reads it." defaultValue={standardTitle} />
        <DateField name="opensOn" label="First day" defaultValue={first} />
        <DateField
          name="closesOn"
          label="Last day"
          hint="Its conditions stay as they are until then."
          defaultValue={addDays(addMonths(first, 12 * standardYears), -1)}
        />
        <Buttons>
          <Submit>Continue</Submit>
          <TextLink href="/steward/register">Cancel</TextLink>
        </Buttons>
      </Form>
    </>
  );
}

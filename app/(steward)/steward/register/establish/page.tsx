import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DateField } from "@/components/form/date";
import { Form } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { ConditionFields } from "@/components/register/steward/condition-fields";
import { TextLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/message";
import { BackLink } from "@/components/ui/page";
import { newId } from "@/lib/core/id";
import { addDays, addMonths } from "@/lib/core/moment";
import { reference } from "@/lib/reference/queries";
import { mayEstablish } from "@/lib/register/market/policy";
import { currentRegister } from "@/lib/register/market/queries";
import { standardConditions, standardYears } from "@/lib/register/market/schema";
import { ruleWords } from "@/lib/register/market/words";
import { requireReader } from "../../reader";
import { establish } from "./actions";

export const metadata: Metadata = { title: "Set up the register" };

export default async function EstablishPage() {
  const actor = await requireReader();
  if (!mayEstablish(actor) || (await currentRegister(actor))) notFound();
  const { on } = await reference();

  return (
    <>
      <BackLink href="/steward/register">The register</BackLink>
      <CheckPage
        title="Set up the register"
        happens={[
          "The register opens with 14 parts, one for each category of service.",
          "Anybody can apply on any day of its term. There is no limit on how many can join.",
          "Each condition is held to the law before it is taken. What the law does not allow is refused here.",
        ]}
        toWhom={["Everybody: the register, its parts and its conditions are public."]}
        cannotBeUndone={[`The conditions cannot change while the register runs (${ruleWords.frozen.source}).`]}
      >
        <Form action={establish} idempotencyKey={newId()}>
          <DateField name="opensOn" label="First day" defaultValue={on} />
          <DateField name="closesOn" label="Last day" defaultValue={addDays(addMonths(on, 12 * standardYears), -1)} />
          {standardConditions.map((standard, at) => (
            <ConditionFields key={standard.number} at={at} standard={standard} />
          ))}
          <Buttons>
            <Submit>Set up the register</Submit>
            <TextLink href="/steward/register">Cancel</TextLink>
          </Buttons>
        </Form>
      </CheckPage>
    </>
  );
}

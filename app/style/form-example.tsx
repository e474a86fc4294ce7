import { Checkbox, CheckboxGroup, RadioGroup, Select } from "@/components/form/choice";
import { DateField } from "@/components/form/date";
import { FileField } from "@/components/form/file";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { MoneyField, NumberField, TextArea, TextField } from "@/components/form/text";
import { TextLink } from "@/components/ui/button";
import { refuseAll } from "./actions";
import { RowsExample } from "./rows-example";

/** Every kind of field in one form that is always refused. */
export function FormExample() {
  return (
    <Form action={refuseAll} label="Every kind of field" idempotencyKey="018f0000-0000-7000-8000-000000000000">
      <HiddenFields values={{ from: "style" }} />
      <TextField name="title" label="What is the service called?" hint="Use the name that people know it by." />
      <TextField name="email" label="Work email" type="email" autoComplete="email" optional width={20} />
      <MoneyField name="budget" label="What is the budget for the year?" hint="Without VAT." />
      <NumberField name="places" label="How many people at one time?" suffix="people" defaultValue={12} />
      <Select
        name="region"
        label="Which region?"
        empty="Choose a region"
        options={[
          { value: "wales", label: "Wales", group: "Wales" },
          { value: "kss", label: "Kent, Surrey and Sussex", group: "England" },
          { value: "yh", label: "Yorkshire and the Humber", group: "England" },
        ]}
      />
      <RadioGroup
        name="form"
        label="Will this be a contract or a grant?"
        options={[
          { value: "contract", label: "Contract", hint: "You buy a service and it is owed to you." },
          { value: "grant", label: "Grant", hint: "You give money for a purpose." },
        ]}
      />
      <RadioGroup
        name="vat"
        label="Are you registered for VAT?"
        inline
        defaultValue="no"
        options={[
          { value: "yes", label: "Yes" },
          { value: "no", label: "No" },
        ]}
      />
      <CheckboxGroup
        name="cohorts"
        label="Who is it for?"
        hint="Choose all that apply."
        columns
        defaultValue={["women"]}
        options={[
          { value: "women", label: "Women" },
          { value: "young", label: "Young adults", hint: "18 to 25" },
          { value: "leaving", label: "People leaving prison" },
          { value: "community", label: "People on community sentences" },
        ]}
      />
      <DateField name="startsOn" label="When does it start?" defaultValue="2027-06-03" />
      <TextArea name="reason" label="Why this service?" words={200} />
      <FileField
        name="policy"
        label="Safeguarding policy"
        hint="PDF or Word, up to 10 MB."
        accept=".pdf,.docx"
        optional
      />
      <RowsExample />
      <Checkbox name="agree" label="What I have said is true as far as I know" />
      <Buttons>
        <Submit>Save and continue</Submit>
        <Submit kind="secondary" value="later">
          Save for later
        </Submit>
        <Submit kind="warning" value="withdraw">
          Withdraw
        </Submit>
        <TextLink href="/style">Cancel</TextLink>
      </Buttons>
    </Form>
  );
}

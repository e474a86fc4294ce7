import { RadioGroup } from "@/components/form/choice";
import { Fieldset } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { MoneyField, NumberField, TextArea, TextField } from "@/components/form/text";
import { Versioned } from "@/components/form/versioned";
import { Bullets } from "@/components/ui/list";
import { Details } from "@/components/ui/page";
import type { FormAction } from "@/lib/core/values/form";
import { toPounds } from "@/lib/core/values/money";
import type { Profile } from "@/lib/register/profile/queries";
import { sizeWords } from "@/lib/register/profile/words";

type Props = {
  action: FormAction;
  profile: Profile;
  /** What the legal form says about being a VCSE, until somebody has answered. */
  vcse: boolean | null;
  vcseHint: string;
};

const yesNo = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
];
const said = (answer: boolean | null | undefined) => (answer === true ? "yes" : answer === false ? "no" : undefined);

/** What an organisation says of itself, asked once and used everywhere. */
export function ProfileForm({ action, profile: { provider }, vcse, vcseHint }: Props) {
  return (
    <Form action={action}>
      <Versioned name="version" version={provider?.version ?? 0} />
      <Fieldset label="How big you are">
        <div className="grid gap-6">
          <MoneyField
            name="income"
            label="Income in a year"
            hint="From your last full year. An estimate is fine if you are new."
            defaultValue={provider ? toPounds(provider.incomePence) : undefined}
          />
          <NumberField
            name="incomeYear"
            label="Year that it is for"
            hint="The year in which it ended, like 2026."
            defaultValue={provider?.incomeYear}
          />
          <TextField
            name="staffFte"
            label="Paid staff"
            hint="As full-time people. Two people at half time count as 1. Use 0 if everyone is a volunteer."
            inputMode="decimal"
            width={4}
            defaultValue={provider?.staffFte.toString()}
          />
        </div>
      </Fieldset>
      <Details summary="How we work out your size">
        <Bullets items={Object.values(sizeWords).map(({ label, meaning }) => `${label}: ${meaning}`)} />
        <p>The limits for medium are those of the Procurement Act 2023, section 123.</p>
      </Details>
      <RadioGroup
        name="vcse"
        label="Are you a voluntary, community or social enterprise?"
        hint={vcseHint}
        options={yesNo}
        inline
        defaultValue={said(provider?.vcse ?? vcse)}
      />
      <RadioGroup
        name="ledByLivedExperience"
        label="Do people with lived experience lead you?"
        hint="At least half of your trustees, directors or senior staff have been through prison, probation or what you help with."
        options={yesNo}
        inline
        defaultValue={said(provider?.ledByLivedExperience)}
      />
      <TextArea
        name="about"
        label="What does your organisation do?"
        hint="Two or three sentences. Buyers and the public read this."
        defaultValue={provider?.about}
      />
      <TextField
        name="areaOfBenefit"
        label="Where do the people you work for live?"
        hint="For example, West Yorkshire, or anywhere in Wales."
        defaultValue={provider?.areaOfBenefit}
      />
      <TextArea
        name="coDesign"
        label="How have the people you serve helped to shape what you do?"
        optional
        defaultValue={provider?.coDesign}
      />
      <TextField
        name="website"
        label="Website"
        optional
        type="url"
        hint="It starts with https://"
        defaultValue={provider?.website}
        autoComplete="url"
      />
      <TextField
        name="contactEmail"
        label="Email address for buyers"
        hint="A shared address is best. Buyers see it, the public does not."
        type="email"
        defaultValue={provider?.contactEmail}
        autoComplete="email"
      />
      <Buttons>
        <Submit>Save and continue</Submit>
      </Buttons>
    </Form>
  );
}

import { CheckboxGroup, RadioGroup } from "@/components/form/choice";
import { Fieldset } from "@/components/form/field";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { NumberField, TextArea, TextField } from "@/components/form/text";
import { Versioned } from "@/components/form/versioned";
import type { FormAction } from "@/lib/core/values/form";
import type { ServiceDetail } from "@/lib/register/service/queries";
import {
  accessWords,
  deliveredByWords,
  languageWords,
  methodWords,
  settingWords,
  sexWords,
} from "@/lib/register/service/words";

type Option = { value: string; label: string; hint?: string };
type Props = { action: FormAction; serviceId: string; draft: NonNullable<ServiceDetail["draft"]> };

/** The two ways on from every page of a service that is being written. */
export function SaveButtons() {
  return (
    <Buttons>
      <Submit>Save and continue</Submit>
      <Submit kind="secondary" value="later">
        Save and finish later
      </Submit>
    </Buttons>
  );
}

type DescriptionProps = Props & { outcomes: Option[]; needs: Option[]; cohorts: Option[] };

/** What it is. */
export function DescriptionForm({ action, serviceId, draft, outcomes, needs, cohorts }: DescriptionProps) {
  return (
    <Form action={action}>
      <HiddenFields values={{ serviceId }} />
      <Versioned name="edit" version={draft.edit} />
      <TextField name="title" label="Name of the service" defaultValue={draft.title} />
      <TextArea
        name="summary"
        label="One or two sentences about it"
        hint="Up to 300 characters. Buyers read this in a list."
        rows={3}
        defaultValue={draft.summary}
      />
      <TextArea
        name="description"
        label="What happens?"
        hint="Say what a person does with you, how often, and for how long. Leave an empty line between paragraphs."
        rows={10}
        defaultValue={draft.description}
      />
      <CheckboxGroup
        name="outcomeCodes"
        label="What do people get from it?"
        hint="Tick what you aim for and can tell us about."
        options={outcomes}
        defaultValue={draft.outcomeCodes}
      />
      {needs.length > 0 && (
        <CheckboxGroup
          name="needCodes"
          label="Does it help with other needs too?"
          optional
          columns
          options={needs}
          defaultValue={draft.needCodes}
        />
      )}
      {cohorts.length > 0 && (
        <CheckboxGroup
          name="cohortCodes"
          label="Is it made for one of these groups?"
          optional
          options={cohorts}
          defaultValue={draft.cohortCodes}
        />
      )}
      <SaveButtons />
    </Form>
  );
}

/** Who it is for. */
export function EligibilityForm({ action, serviceId, draft }: Props) {
  const first = draft.minAge === 0;
  return (
    <Form action={action}>
      <HiddenFields values={{ serviceId }} />
      <Versioned name="edit" version={draft.edit} />
      <RadioGroup
        name="sex"
        label="Who can use it?"
        options={Object.entries(sexWords).map(([value, label]) => ({ value, label }))}
        defaultValue={draft.sex}
      />
      <Fieldset label="Ages">
        <div className="flex flex-wrap gap-6">
          <NumberField name="minAge" label="Youngest" defaultValue={first ? 18 : draft.minAge} />
          <NumberField name="maxAge" label="Oldest" optional defaultValue={draft.maxAge} />
        </div>
      </Fieldset>
      <TextArea
        name="exclusions"
        label="Is there anyone you cannot work with?"
        hint="Say why, such as shared rooms or where you are. Leave it empty if nobody is ruled out."
        optional
        defaultValue={draft.exclusions}
      />
      <SaveButtons />
    </Form>
  );
}

const asOptions = (words: Record<string, { label: string; hint: string }>) =>
  Object.entries(words).map(([value, { label, hint }]) => ({ value, label, hint }));
const plain = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));

/** How it runs. */
export function DeliveryForm({ action, serviceId, draft }: Props) {
  const known = Object.keys(languageWords);
  return (
    <Form action={action}>
      <HiddenFields values={{ serviceId }} />
      <Versioned name="edit" version={draft.edit} />
      <CheckboxGroup
        name="settings"
        label="Where do you meet people?"
        options={asOptions(settingWords)}
        defaultValue={draft.settings}
      />
      <RadioGroup name="method" label="How is it done?" options={asOptions(methodWords)} defaultValue={draft.method} />
      <RadioGroup
        name="deliveredBy"
        label="Who does the work?"
        options={asOptions(deliveredByWords)}
        defaultValue={draft.deliveredBy}
      />
      <CheckboxGroup
        name="languages"
        label="In which languages?"
        columns
        options={plain(languageWords)}
        defaultValue={draft.languages.length > 0 ? draft.languages : ["en"]}
      />
      <TextField
        name="otherLanguages"
        label="Other languages"
        hint="Put a comma between them."
        optional
        defaultValue={draft.languages.filter((code) => !known.includes(code)).join(", ")}
      />
      <CheckboxGroup
        name="access"
        label="What do you offer so that people can come?"
        optional
        columns
        options={plain(accessWords)}
        defaultValue={draft.access}
      />
      <SaveButtons />
    </Form>
  );
}

import { Fieldset } from "@/components/form/field";
import { TextArea, TextField } from "@/components/form/text";
import { PartnerRows } from "./partner-rows";

type Plan = {
  name: string;
  purpose: string;
  ownShare: string;
  ownDoes: string;
  partners: { who: string; share: string; does: string }[];
};

/** What a consortium is to be: its name, what for, and who has which share. */
export function PlanFields({ lead, plan }: { lead: string; plan?: Plan }) {
  return (
    <>
      <TextField name="name" label="What is the consortium called?" defaultValue={plan?.name} />
      <TextArea
        name="purpose"
        label="What will you do together?"
        hint="Buyers read this. Two or three sentences are enough."
        rows={4}
        defaultValue={plan?.purpose}
      />
      <Fieldset label={`${lead}, which leads`}>
        <div className="mt-3 grid gap-8">
          <TextField
            name="ownShare"
            label="Your share"
            hint="In percent. All shares together are 100."
            inputMode="decimal"
            width={8}
            suffix="%"
            defaultValue={plan?.ownShare}
          />
          <TextField name="ownDoes" label="What will you do?" defaultValue={plan?.ownDoes} />
        </div>
      </Fieldset>
      <PartnerRows partners={plan?.partners ?? []} />
    </>
  );
}

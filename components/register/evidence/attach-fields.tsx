import { CheckboxGroup } from "@/components/form/choice";
import { Submit } from "@/components/form/submit";
import { day } from "@/lib/core/values/format";
import type { EvidenceSummary } from "@/lib/register/evidence/queries/own";
import { kindWords } from "@/lib/register/evidence/words";

type Props = { choices: readonly EvidenceSummary[]; chosen: readonly string[] };

/** The files that an answer rests on, chosen from those that are here; or the way to add one and come back. */
export function AttachFields({ choices, chosen }: Props) {
  const options = choices.map(({ id, title, kind, version, expiresOn }) => ({
    value: id,
    label: title,
    hint: `${kindWords[kind].label}, version ${version}.${expiresOn ? ` Runs out on ${day(expiresOn)}.` : ""}`,
  }));
  return (
    <div className="grid gap-4">
      {options.length > 0 ? (
        <CheckboxGroup
          name="evidenceIds"
          label="Files that show it"
          hint="Tick each one that this answer rests on. An answer runs out with the first of them."
          optional
          options={options}
          defaultValue={[...chosen]}
        />
      ) : (
        <p className="max-w-measure text-muted">
          You can add a file that shows it. You need not: naming what you have is enough to begin with.
        </p>
      )}
      <p>
        <Submit kind="secondary" value="file">
          {options.length > 0 ? "Save and add another file" : "Save and add a file"}
        </Submit>
      </p>
    </div>
  );
}

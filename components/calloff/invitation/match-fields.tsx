import { Checkbox } from "@/components/form/choice";
import { HiddenFields } from "@/components/form/form";
import { TextField } from "@/components/form/text";
import { listed } from "@/lib/core/values/format";

type Match = { organisationId: string; name: string; lotNumbers: number[]; why: string[]; leftOutFor: string | null };

/** Every match with a tick to invite it, and a reason for when the tick is taken away. */
export function MatchFields({ matches }: { matches: readonly Match[] }) {
  return (
    <ol aria-label="Organisations that match" className="border-t border-line">
      {matches.map(({ organisationId, name, lotNumbers, why, leftOutFor }, at) => (
        <li key={organisationId} className="grid gap-3 border-b border-line py-5">
          <HiddenFields values={{ [`matches.${at}.organisationId`]: organisationId }} />
          <Checkbox
            name={`matches.${at}.invite`}
            label={`Invite ${name}`}
            hint={`${lotNumbers.length === 1 ? "Lot" : "Lots"} ${listed(lotNumbers.map(String))}. ${why.join(". ")}`}
            defaultChecked={leftOutFor === null}
          />
          <TextField
            name={`matches.${at}.reason`}
            label={`If not, why is ${name} left out?`}
            optional
            defaultValue={leftOutFor ?? ""}
          />
        </li>
      ))}
    </ol>
  );
}

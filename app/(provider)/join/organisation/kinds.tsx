import { RadioGroup, Select } from "@/components/form/choice";
import { Button } from "@/components/ui/button";
import type { OrganisationType } from "@/lib/reference/snapshot";

/** The commonest forms, asked first; the others stand in a list. */
const COMMON = ["cio", "charitable-company", "charity-unincorporated", "cic-guarantee", "association"];

type Props = { types: readonly OrganisationType[]; number: string; wasOther: boolean };

/** What kind of organisation it is, which decides the numbers that are asked for. */
export function Kinds({ types, number, wasOther }: Props) {
  const common = COMMON.flatMap((code) => types.find((type) => type.code === code) ?? []);
  const others = types.filter(({ code }) => !COMMON.includes(code));
  return (
    <form action="/join/organisation" method="get" className="grid max-w-measure gap-8">
      {number ? <input type="hidden" name="number" value={number} /> : <input type="hidden" name="none" value="yes" />}
      <input type="hidden" name="sent" value="yes" />
      <RadioGroup
        name="type"
        label="Kind of organisation"
        options={[
          ...common.map(({ code, name, note }) => ({ value: code, label: name, hint: note })),
          ...(others.length > 0
            ? [{ value: "other", label: "Another kind", hint: "Choose it in the list below." }]
            : []),
        ]}
        defaultValue={wasOther ? "other" : undefined}
      />
      {others.length > 0 && (
        <Select
          name="other"
          label="Another kind"
          empty="Choose one"
          options={others.map(({ code, name }) => ({ value: code, label: name }))}
        />
      )}
      <div>
        <Button>Continue</Button>
      </div>
    </form>
  );
}

import { RadioGroup } from "@/components/form/choice";
import { DateField } from "@/components/form/date";
import { TextArea } from "@/components/form/text";
import { day } from "@/lib/core/values/format";
import type { MembershipEvent } from "@/lib/register/membership/states";
import { groundWords } from "@/lib/register/membership/words";

type Props = { event: MembershipEvent; firstDay: string; lastDay: string };

/** What must be said for each act on a membership. */
export function MembershipFields({ event, firstDay, lastDay }: Props) {
  switch (event) {
    case "suspend":
      return (
        <>
          <TextArea name="reason" label="Why?" hint="The organisation reads this." rows={5} />
          <DateField name="endsOn" label="Last day of the suspension" hint={`At the latest ${day(lastDay)}.`} />
        </>
      );
    case "proposeRemoval":
      return (
        <>
          <RadioGroup
            name="ground"
            label="What does the law let you remove it for?"
            options={Object.entries(groundWords).map(([value, words]) => ({ value, ...words }))}
          />
          <TextArea name="reason" label="Your reasons" hint="The organisation reads these." rows={6} />
          <DateField name="endsOn" label="Last day for its answer" hint={`${day(firstDay)} or later.`} />
        </>
      );
    case "remove":
    case "keep":
    case "lapse":
      return <TextArea name="reason" label="Your reasons" hint="The organisation reads these." rows={6} />;
    case "removeDebarred":
      return (
        <TextArea
          name="reason"
          label="Your reasons"
          hint="The organisation reads these, after the entry on the list."
          rows={5}
        />
      );
    case "review":
      return (
        <TextArea
          name="note"
          label="What did you look at?"
          hint="Stewards and auditors read this. The organisation does not."
          rows={5}
          optional
        />
      );
    case "leave":
      return <TextArea name="reason" label="Why are you leaving?" hint="The stewards read this." rows={4} optional />;
    case "resume":
    case "renew":
    case "readmit":
      return null;
  }
}

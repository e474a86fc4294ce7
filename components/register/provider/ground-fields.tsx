"use client";

import { RadioGroup } from "@/components/form/choice";
import { DateField } from "@/components/form/date";
import { describedBy, useField } from "@/components/form/state";
import { TextArea } from "@/components/form/text";
import { GroundAbout } from "@/lib/core/prisma/enums";
import { aboutWords } from "@/lib/register/profile/words";

export type GroundItem = {
  code: string;
  name: string;
  question: string;
  applies: boolean;
  about: GroundAbout | null;
  whatHappened: string;
  happenedOn: string;
  putRight: string;
  putRightOn: string;
};

const whom = Object.values(GroundAbout).map((value) => ({
  value,
  label: aboutWords[value].label,
  hint: aboutWords[value].hint,
}));

/** The grounds of one group: a box to tick for each, and its questions once it is ticked. Without CSS all are there to read. */
export function GroundFields({ grounds, isFirst }: { grounds: readonly GroundItem[]; isFirst: boolean }) {
  const { list, sent } = useField("applies");
  return (
    <ul className="border-t border-line">
      {grounds.map((ground, at) => {
        const id = isFirst && at === 0 ? "applies" : `applies-${ground.code}`;
        const checked = sent ? list.includes(ground.code) : ground.applies;
        return (
          <li key={ground.code} className="group/ground border-b border-line py-3">
            <div className="grid grid-cols-[auto_1fr] items-start gap-x-3">
              <input
                type="checkbox"
                id={id}
                name="applies"
                value={ground.code}
                defaultChecked={checked}
                aria-describedby={describedBy(id, true, false)}
                className="tick"
              />
              <label htmlFor={id} className="py-0.5 font-semibold">
                {ground.name}
              </label>
              <p id={`${id}-hint`} className="col-start-2 text-muted">
                {ground.question}
              </p>
            </div>
            <div className="mt-4 ml-10 hidden gap-5 border-l-2 border-line pl-5 group-has-[.tick:checked]/ground:grid">
              <RadioGroup
                name={`about.${ground.code}`}
                label="Who is it about?"
                options={whom}
                defaultValue={ground.about}
              />
              <TextArea
                name={`what.${ground.code}`}
                label="What happened?"
                rows={4}
                defaultValue={ground.whatHappened}
              />
              <DateField
                name={`happened.${ground.code}`}
                label="When did it happen, or end?"
                defaultValue={ground.happenedOn}
              />
              <TextArea
                name={`right.${ground.code}`}
                label="What have you done about it since?"
                hint="Payments, changes of people or rules, help for those harmed."
                rows={4}
                defaultValue={ground.putRight}
              />
              <DateField
                name={`rightOn.${ground.code}`}
                label="By when was that done?"
                hint="Leave it empty while you are still doing it."
                optional
                defaultValue={ground.putRightOn}
              />
            </div>
          </li>
        );
      })}
    </ul>
  );
}

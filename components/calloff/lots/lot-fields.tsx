import { RadioGroup, Select } from "@/components/form/choice";
import { Fieldset } from "@/components/form/field";
import { MoneyField, NumberField, TextArea, TextField } from "@/components/form/text";
import { type PlaceNode, PlacePicker } from "@/components/register/service/place-picker";
import { fills, fillWords, monthName } from "@/lib/calloff/before/lots/words";
import type { LotRow } from "@/lib/calloff/record/queries/find";
import type { RateUnit } from "@/lib/core/prisma/enums";
import { toPounds } from "@/lib/core/values/money";
import { unitWords } from "@/lib/register/service/words";

type Choice = { value: string; label: string };
type Props = {
  lot: LotRow | null;
  months: readonly string[];
  extensionMonths: number;
  categories: Choice[];
  cohorts: Choice[];
  places: readonly PlaceNode[];
};

const units: readonly RateUnit[] = ["referral", "session", "hour", "week", "placeNight", "outcome"];

/** A lot: what and where, the money, and how much in each month. */
export function LotFields({ lot, months, extensionMonths, categories, cohorts, places }: Props) {
  const money = (pence: bigint | undefined) => (pence ? toPounds(pence) : "");
  return (
    <>
      <TextField
        name="title"
        label="What do you call this lot?"
        hint="By its place or its group, such as “North Kent” or “Women”."
        defaultValue={lot?.title}
      />
      <TextArea
        name="description"
        label="What is different about it?"
        hint="Only what is not in the need."
        rows={3}
        defaultValue={lot?.description}
        optional
      />
      <Select
        name="categoryCode"
        label="What is bought?"
        hint="It decides which members of the register match."
        empty="Choose one"
        options={categories}
        defaultValue={lot?.categoryCode}
      />
      <Select
        name="cohortCode"
        label="Is it for one group only?"
        empty="For everyone"
        options={cohorts}
        defaultValue={lot?.cohortCode}
        optional
      />
      <PlacePicker name="placeCodes" tree={places} chosen={lot?.placeCodes ?? []} />
      <Fieldset label="The money">
        <div className="grid gap-6">
          <MoneyField
            name="budgetPence"
            label="The most for the first term, with VAT"
            hint="Tenderers see it. A tender that asks for more cannot win."
            defaultValue={money(lot?.budgetPence)}
          />
          {extensionMonths > 0 && (
            <MoneyField
              name="extensionPence"
              label={`The most for all extensions (${extensionMonths} months), with VAT`}
              defaultValue={money(lot?.extensionPence)}
              optional
            />
          )}
        </div>
      </Fieldset>
      <Select
        name="unit"
        label="What is counted?"
        hint="Tenders give a price for one of these."
        empty="Choose one"
        options={units.map((unit) => ({ value: unit, label: capital(unitWords[unit].several) }))}
        defaultValue={lot?.unit}
      />
      <Volumes lot={lot} months={months} />
    </>
  );
}

/** The boxes of one way of forecasting are out of sight while another is chosen; without a choice all are there. */
const hiddenBy = {
  same: "group-has-[[value=ramp]:checked]/fill:hidden group-has-[[value=each]:checked]/fill:hidden",
  ramp: "group-has-[[value=same]:checked]/fill:hidden group-has-[[value=each]:checked]/fill:hidden",
  each: "group-has-[[value=same]:checked]/fill:hidden group-has-[[value=ramp]:checked]/fill:hidden",
};

function Volumes({ lot, months }: Pick<Props, "lot" | "months">) {
  const known = new Map(lot?.volumes.map(({ month, volume }) => [month.toISOString().slice(0, 10), volume]));
  return (
    <div className="group/fill contents">
      <RadioGroup
        name="fill"
        label="How many in each month?"
        hint="Your best forecast. It is shown beside what really happens, once the service runs."
        options={fills.map((value) => ({ value, label: fillWords[value].label, hint: fillWords[value].meaning }))}
        defaultValue={lot ? "each" : "same"}
      />
      <div className={hiddenBy.same}>
        <Fieldset label={`If ${lower(fillWords.same.label)}`}>
          <NumberField name="sameVolume" label="In every month" width={8} />
        </Fieldset>
      </div>
      <div className={hiddenBy.ramp}>
        <Fieldset label={`If ${lower(fillWords.ramp.label)}`}>
          <div className="flex flex-wrap gap-x-8 gap-y-4">
            <NumberField name="rampFrom" label="In the first month" width={8} />
            <NumberField name="rampTo" label="In a full month" width={8} />
            <NumberField name="rampMonths" label="Full from month" width={4} />
          </div>
        </Fieldset>
      </div>
      <div className={hiddenBy.each}>
        <Fieldset label={`If ${lower(fillWords.each.label)}`}>
          <div className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3 lg:grid-cols-4">
            {months.map((month, at) => (
              <NumberField
                key={month}
                name={`months.${at}.volume`}
                label={monthName(month)}
                width={8}
                defaultValue={known.get(month)}
              />
            ))}
          </div>
        </Fieldset>
      </div>
    </div>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

import { CheckboxGroup, RadioGroup, Select } from "@/components/form/choice";
import { Fieldset } from "@/components/form/field";
import { HiddenFields } from "@/components/form/form";
import { MoneyField, NumberField, TextField } from "@/components/form/text";
import { TextLink } from "@/components/ui/button";
import { whole } from "@/lib/core/format";
import { toPounds } from "@/lib/core/money";
import type { Reference } from "@/lib/reference/snapshot";
import { sizeWords } from "@/lib/register/profile/words";
import { languageWords, methodWords, settingWords, unitWords, waitWords } from "@/lib/register/service/words";
import { hrefOf } from "@/lib/search/address";
import type { FacetCounts } from "@/lib/search/ask";
import type { Criteria } from "@/lib/search/schema";
import { criterionWords, ledWords, openWords, sexCriterionWords, vcseCriterionWords } from "@/lib/search/words";

type Props = { criteria: Criteria; facets: FacetCounts; lists: Reference; placeTyped: string };

/** Everything that can be asked, with how many each choice would give. Plain fields of a GET form. */
export function FindFilters({ criteria, facets, lists, placeTyped }: Props) {
  const { categories, places } = lists;
  const { from, to, wait } = criteria;
  const waits = [...new Set([0, 7, 14, 28, 56, ...(wait === null ? [] : [wait])])].toSorted(
    (one, other) => one - other,
  );
  return (
    <>
      <HiddenFields values={criteria.sort ? { sort: criteria.sort } : {}} />
      <TextField
        name="words"
        label={criterionWords.words}
        hint="Such as: women housing"
        defaultValue={criteria.words}
      />
      <TextField
        name="place"
        label={criterionWords.place}
        hint="A council, police area, delivery unit, region or postcode"
        defaultValue={criteria.place ? places.label(criteria.place) : placeTyped}
      />
      <Regions criteria={criteria} counts={facets.place} lists={lists} />
      <CheckboxGroup
        name="category"
        label={criterionWords.category}
        options={counted(
          categories.all.map(({ code, name }) => [code, name]),
          facets.category,
          criteria.category,
        )}
        defaultValue={criteria.category}
      />
      <CheckboxGroup
        name="open"
        label="Capacity"
        options={counted([["yes", openWords.yes]], facets.open, ["yes"])}
        defaultValue={criteria.open ? ["yes"] : []}
      />
      <Select
        name="wait"
        label={criterionWords.wait}
        empty="Any"
        options={waits.map((days) => ({ value: String(days), label: waitWords(days) }))}
        defaultValue={wait?.toString()}
      />
      <Fieldset label="Price">
        <div className="grid gap-3">
          <Select
            name="unit"
            label={criterionWords.unit}
            empty="Anything"
            options={Object.entries(unitWords).map(([value, { one }]) => ({ value, label: sentence(one) }))}
            defaultValue={criteria.unit}
          />
          <div className="flex flex-wrap gap-x-4 gap-y-3">
            <MoneyField name="from" label="From" width={4} defaultValue={from === null ? undefined : toPounds(from)} />
            <MoneyField name="to" label="Up to" width={4} defaultValue={to === null ? undefined : toPounds(to)} />
          </div>
        </div>
      </Fieldset>
      <CheckboxGroup
        name="setting"
        label={criterionWords.setting}
        options={counted(labels(settingWords), facets.setting, criteria.setting)}
        defaultValue={criteria.setting}
      />
      <CheckboxGroup
        name="size"
        label={criterionWords.size}
        options={counted(labels(sizeWords), facets.size, criteria.size)}
        defaultValue={criteria.size}
      />
      <RadioGroup
        name="vcse"
        label={criterionWords.vcse}
        options={[
          { value: "", label: "Any" },
          ...counted(Object.entries(vcseCriterionWords), facets.vcse, criteria.vcse ? [criteria.vcse] : []),
        ]}
        defaultValue={criteria.vcse ?? ""}
      />
      <MoreFilters criteria={criteria} lists={lists} />
    </>
  );
}

/** Each region with how many are there, as links: a place is one, so to choose another is to go there. */
function Regions({ criteria, counts, lists }: Pick<Props, "criteria" | "lists"> & { counts: Record<string, number> }) {
  const regions = lists.places.all.filter(({ kind, code }) => kind === "region" && (counts[code] ?? 0) > 0);
  if (regions.length === 0) return null;
  return (
    <details className="-mt-3">
      <summary className="w-fit cursor-pointer text-act underline">Choose a region</summary>
      <ul className="mt-2 grid gap-1">
        {regions.map(({ code, name }) => (
          <li key={code}>
            <TextLink href={hrefOf("/find", { ...criteria, place: code })}>{name}</TextLink>{" "}
            <span className="text-muted tabular-nums">{whole(counts[code] ?? 0)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What is asked less often, folded away unless something of it stands. */
function MoreFilters({ criteria, lists }: Pick<Props, "criteria" | "lists">) {
  const { need, outcome, cohort, sex, age, method, language, type, led } = criteria;
  const asked =
    [need, outcome, cohort, method, language, type].some((list) => list.length > 0) ||
    [sex, age].some((value) => value !== null) ||
    led;
  const offered =
    criteria.category.length > 0 ? criteria.category.flatMap((code) => lists.outcomesOf(code)) : lists.outcomes.all;
  return (
    <details open={asked || undefined}>
      <summary className="w-fit cursor-pointer text-act underline">More filters</summary>
      <div className="mt-5 grid gap-7">
        <Select
          name="need"
          label={criterionWords.need}
          empty="Any"
          options={coded(lists.categories.all.filter(({ kind }) => kind === "need"))}
          defaultValue={need[0]}
        />
        <Select
          name="outcome"
          label={criterionWords.outcome}
          empty="Any"
          options={offered.map(({ code, name, parentCode }) => ({
            value: code,
            label: name,
            group: lists.categories.name(parentCode ?? ""),
          }))}
          defaultValue={outcome[0]}
        />
        <Select
          name="cohort"
          label={criterionWords.cohort}
          empty="Anyone"
          options={coded(lists.cohorts.all)}
          defaultValue={cohort[0]}
        />
        <Select
          name="sex"
          label={criterionWords.sex}
          empty="Anyone"
          options={Object.entries(sexCriterionWords).map(([value, label]) => ({ value, label }))}
          defaultValue={sex}
        />
        <NumberField name="age" label="Age of the person" suffix="years" defaultValue={age ?? undefined} />
        <Select
          name="method"
          label={criterionWords.method}
          empty="Any"
          options={labels(methodWords).map(([value, label]) => ({ value, label }))}
          defaultValue={method[0]}
        />
        <Select
          name="language"
          label={criterionWords.language}
          empty="Any"
          options={Object.entries(languageWords).map(([value, label]) => ({ value, label }))}
          defaultValue={language[0]}
        />
        <Select
          name="type"
          label={criterionWords.type}
          empty="Any"
          options={coded(lists.organisationTypes.all)}
          defaultValue={type[0]}
        />
        <CheckboxGroup
          name="led"
          label={criterionWords.led}
          options={[{ value: "yes", label: ledWords }]}
          defaultValue={led ? ["yes"] : []}
        />
      </div>
    </details>
  );
}

/** Choices with how many each would give. One that would give nothing is left out, unless it is chosen. */
function counted(choices: (readonly [string, string])[], counts: Record<string, number>, chosen: readonly string[]) {
  return choices
    .filter(([value]) => (counts[value] ?? 0) > 0 || chosen.includes(value))
    .map(([value, name]) => ({
      value,
      label: (
        <>
          {name} <span className="text-muted tabular-nums">{whole(counts[value] ?? 0)}</span>
        </>
      ),
    }));
}

const coded = (list: readonly { code: string; name: string }[]) =>
  list.map(({ code, name }) => ({ value: code, label: name }));
const labels = (words: Record<string, { label: string }>) =>
  Object.entries(words).map(([value, { label }]) => [value, label] as const);
const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CheckboxGroup, RadioGroup, Select } from "@/components/form/choice";
import { NumberField } from "@/components/form/text";
import { Question } from "@/components/search/practitioner/question";
import { FinderRemarks } from "@/components/search/practitioner/remarks";
import { currentActor } from "@/lib/identity/session";
import { accessWords, languageWords } from "@/lib/register/service/words";
import { finderHref } from "@/lib/search/finder/schema";
import { finderWords } from "@/lib/search/finder/words";
import { isLost, readAnswers } from "../answers";

export const metadata: Metadata = { title: finderWords.who.title };

export default async function WhoPage({ searchParams }: PageProps<"/finder/who">) {
  const read = await readAnswers(await currentActor(), await searchParams);
  const { answers, remarks, typed, lists } = read;
  if (isLost(read)) redirect(finderHref("", answers, { place: typed }));
  const { any: _, ...languages } = languageWords;
  const named = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));

  return (
    <Question question="who" at={3} answers={answers} back="/need" next="/services">
      <p className="-mt-4 text-muted">{finderWords.who.hint}</p>
      <FinderRemarks remarks={remarks} answers={answers} places={lists.places} next="/who" />
      <RadioGroup
        name="sex"
        label="Are they a woman or a man?"
        inline
        options={[
          { value: "women", label: "A woman" },
          { value: "men", label: "A man" },
          { value: "", label: "Skip" },
        ]}
        defaultValue={answers.sex ?? ""}
      />
      <NumberField name="age" label="How old are they?" suffix="years" defaultValue={answers.age ?? undefined} />
      <CheckboxGroup
        name="cohort"
        label="Should it be made for one of these?"
        hint="Tick one only if it must be. Other services take them too."
        options={lists.cohorts.all.map(({ code, name }) => ({ value: code, label: name }))}
        defaultValue={answers.cohort}
      />
      <Select
        name="language"
        label="Which language do they need?"
        empty="English, or no need"
        options={named(languages).filter(({ value }) => value !== "en")}
        defaultValue={answers.language[0]}
      />
      <CheckboxGroup
        name="access"
        label={finderWords.who.access}
        hint={finderWords.who.accessHint}
        columns
        options={named(accessWords)}
        defaultValue={answers.access}
      />
    </Question>
  );
}

import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CheckboxGroup } from "@/components/form/choice";
import { Question } from "@/components/search/practitioner/question";
import { FinderRemarks } from "@/components/search/practitioner/remarks";
import { TextLink } from "@/components/ui/button";
import { currentActor } from "@/lib/identity/session";
import { hrefOf } from "@/lib/search/address";
import { finderHref } from "@/lib/search/finder/schema";
import { finderWords, needWords } from "@/lib/search/finder/words";
import { isLost, readAnswers } from "../answers";

export const metadata: Metadata = { title: finderWords.need.title };

export default async function NeedPage({ searchParams }: PageProps<"/finder/need">) {
  const read = await readAnswers(await currentActor(), await searchParams);
  const { answers, remarks, typed, lists } = read;
  if (isLost(read)) redirect(finderHref("", answers, { place: typed }));
  const needs = lists.categories.all.filter(({ kind }) => kind === "need");

  return (
    <Question question="need" at={2} answers={answers} back="" next="/who">
      <FinderRemarks remarks={remarks} answers={answers} places={lists.places} next="/need" />
      <CheckboxGroup
        name="need"
        label={finderWords.need.label}
        hint={finderWords.need.hint}
        options={needs.map(({ code, name, description }) => ({
          value: code,
          label: needWords[code] ?? name,
          hint: description,
        }))}
        defaultValue={answers.need}
      />
      <p>
        <TextLink href={hrefOf("/find", answers)}>{finderWords.need.other}</TextLink>
      </p>
    </Question>
  );
}

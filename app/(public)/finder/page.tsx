import type { Metadata } from "next";
import { TextField } from "@/components/form/text";
import { Question } from "@/components/search/practitioner/question";
import { FinderRemarks } from "@/components/search/practitioner/remarks";
import { currentActor } from "@/lib/identity/session";
import { finderWords } from "@/lib/search/finder/words";
import { readAnswers } from "./answers";

export const metadata: Metadata = { title: finderWords.title };

export default async function FinderPage({ searchParams }: PageProps<"/finder">) {
  const { answers, remarks, typed, lists } = await readAnswers(await currentActor(), await searchParams);
  const { where } = finderWords;

  return (
    <Question question="where" at={1} answers={answers} next="/need">
      <FinderRemarks remarks={remarks} answers={answers} places={lists.places} next="/need" />
      <TextField
        name="place"
        label={where.label}
        hint={where.hint}
        defaultValue={answers.place ? lists.places.label(answers.place) : typed}
        width="full"
        autoComplete="off"
      />
    </Question>
  );
}

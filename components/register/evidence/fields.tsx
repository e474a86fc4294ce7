import { RadioGroup, Select } from "@/components/form/choice";
import { DateField } from "@/components/form/date";
import { FileField } from "@/components/form/file";
import { TextField } from "@/components/form/text";
import type { EvidenceKind, EvidenceReaders } from "@/lib/core/prisma/enums";
import { acceptedEndings } from "@/lib/register/evidence/rules";
import { chooseAgain, kindWords, readerWords, typesHint } from "@/lib/register/evidence/words";

type Props = {
  start: { title?: string | undefined; kind?: EvidenceKind | undefined; readers?: EvidenceReaders | undefined };
  cameBack: boolean;
};

/** What is asked about a file, and the file last, so that the words reach us before it does. */
export function EvidenceFields({ start, cameBack }: Props) {
  const kinds = Object.entries(kindWords).map(([value, { label }]) => ({ value, label }));
  const readers = Object.entries(readerWords).map(([value, words]) => ({ value, ...words }));
  return (
    <>
      <TextField
        name="title"
        label="What is it?"
        hint="A short title, such as “Accounts to March 2027”."
        defaultValue={start.title}
      />
      <Select name="kind" label="Kind" empty="Choose one" options={kinds} defaultValue={start.kind} />
      <DateField
        name="expiresOn"
        label="When does it run out?"
        hint="For example, 3 6 2027. Leave it empty if it has no end. We remind you 60, 30 and 7 days before."
        optional
      />
      <RadioGroup name="readers" label="Who may see it?" options={readers} defaultValue={start.readers ?? "stewards"} />
      <FileField
        name="file"
        label="The file"
        hint={cameBack ? `${chooseAgain} ${typesHint}` : typesHint}
        accept={acceptedEndings}
      />
    </>
  );
}

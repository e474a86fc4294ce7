import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SaveButtons } from "@/components/calloff/tender/save-buttons";
import { RadioGroup } from "@/components/form/choice";
import { Fieldset } from "@/components/form/field";
import { Form, HiddenFields } from "@/components/form/form";
import { TextArea } from "@/components/form/text";
import { Versioned } from "@/components/form/versioned";
import { BackLink, PageHeader } from "@/components/ui/page";
import { conditions } from "../../actions";
import { requireDraft } from "../../reader";

export const metadata: Metadata = { title: "Do you meet the conditions?" };

const answers = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
];

export default async function ConditionsPage({ params }: PageProps<"/tenders/[id]/conditions">) {
  const { id } = await params;
  const { tender, content } = await requireDraft(id);
  const asked = tender.callOff.conditions;
  if (asked.length === 0) notFound();
  return (
    <>
      <BackLink href={`/tenders/${id}`}>Your tender</BackLink>
      <PageHeader
        caption={tender.callOff.title}
        title="Do you meet the conditions?"
        lead="A tender that does not meet them all can be left out. What you can do in time counts too: say how."
      />
      <Form action={conditions}>
        <HiddenFields values={{ id }} />
        <Versioned name="version" version={tender.version} />
        {asked.map(({ id: conditionId, number, title, text, why }, at) => {
          const said = content.quality.conditions.find((one) => one.conditionId === conditionId);
          return (
            <Fieldset key={conditionId} label={`${number}. ${title}`}>
              <div className="mt-3 grid gap-6">
                <p>
                  {text} <span className="text-muted">{why}</span>
                </p>
                <HiddenFields values={{ [`conditions.${at}.conditionId`]: conditionId }} />
                <RadioGroup
                  name={`conditions.${at}.met`}
                  label="Do you meet it?"
                  inline
                  options={answers}
                  defaultValue={said && (said.met ? "yes" : "no")}
                />
                <TextArea
                  name={`conditions.${at}.text`}
                  label="What can you say about it?"
                  rows={3}
                  optional
                  defaultValue={said?.text}
                />
              </div>
            </Fieldset>
          );
        })}
        <SaveButtons />
      </Form>
    </>
  );
}

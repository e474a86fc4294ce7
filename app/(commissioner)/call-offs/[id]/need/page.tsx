import type { Metadata } from "next";
import { NeedFields } from "@/components/calloff/need/need-fields";
import { NeedView } from "@/components/calloff/need/need-view";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { Versioned } from "@/components/form/versioned";
import { TextLink } from "@/components/ui/button";
import { BackLink, PageHeader } from "@/components/ui/page";
import { listInvestors } from "@/lib/calloff/record/queries/find";
import { reference } from "@/lib/reference/queries";
import { requireFile } from "../file";
import { save } from "./actions";

export const metadata: Metadata = { title: "The need" };

export default async function NeedPage({ params }: PageProps<"/call-offs/[id]/need">) {
  const { id } = await params;
  const { actor, callOff, editable } = await requireFile(id);
  const { categories, outcomes, outcomesOf } = await reference();
  const back = <BackLink href={`/call-offs/${id}`}>{callOff.title}</BackLink>;
  if (!editable)
    return (
      <>
        {back}
        <PageHeader title="The need" caption={`Call-off ${callOff.reference}`} />
        <NeedView callOff={callOff} outcomes={callOff.outcomeCodes.map((code) => outcomes.name(code))} />
      </>
    );
  const investors = callOff.instrument === "bond" ? await listInvestors(actor) : [];

  return (
    <>
      {back}
      <PageHeader
        title="The need"
        caption={`Call-off ${callOff.reference}`}
        lead="Leave empty what you do not know yet. The list says what is still missing."
      />
      <Form action={save}>
        <HiddenFields values={{ id }} />
        <Versioned name="version" version={callOff.version} />
        <NeedFields
          callOff={callOff}
          investors={investors}
          groups={categories.all.map(({ code, name }) => ({
            name,
            options: outcomesOf(code).map((outcome) => ({ value: outcome.code, label: outcome.name })),
          }))}
        />
        <Buttons>
          <Submit>Save the need</Submit>
          <TextLink href={`/call-offs/${id}`}>Go back without saving</TextLink>
        </Buttons>
      </Form>
    </>
  );
}

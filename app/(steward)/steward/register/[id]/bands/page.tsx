import type { Metadata } from "next";
import { Select } from "@/components/form/choice";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { Versioned } from "@/components/form/versioned";
import { BandRows } from "@/components/register/design/band-rows";
import { TextLink } from "@/components/ui/button";
import { BackLink, PageHeader } from "@/components/ui/page";
import { toPounds } from "@/lib/core/values/money";
import { bandLabel, designWords, ruleWords } from "@/lib/register/market/words";
import { bands } from "../actions";
import { requireDraft } from "../draft";

export const metadata: Metadata = { title: designWords.bands };

export default async function BandsPage({ params }: PageProps<"/steward/register/[id]/bands">) {
  const { register } = await requireDraft(params);
  const back = `/steward/register/${register.id}`;
  return (
    <>
      <BackLink href={back}>{register.title}</BackLink>
      <PageHeader
        title={designWords.bands}
        lead={`Small work asks for little, and large work for more (${ruleWords.proportionate.source}). From the lowest value up.`}
      />
      <Form action={bands}>
        <HiddenFields values={{ registerId: register.id }} />
        <Versioned name="edit" version={register.edit} />
        <BandRows
          items={register.bands.map(({ title, upToPence }) => ({
            title,
            upTo: upToPence === null ? "" : toPounds(upToPence),
          }))}
        />
        <Select
          name="secondFromBand"
          label="From which band must a second assessor agree?"
          optional
          empty="None: one assessor decides"
          options={register.bands.map((band) => ({ value: String(band.number), label: bandLabel(band) }))}
          defaultValue={register.secondFromBand === null ? "" : String(register.secondFromBand)}
        />
        <Buttons>
          <Submit>Save</Submit>
          <TextLink href={back}>Cancel</TextLink>
        </Buttons>
      </Form>
    </>
  );
}

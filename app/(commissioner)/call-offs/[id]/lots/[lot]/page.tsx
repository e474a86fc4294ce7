import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LotFields } from "@/components/calloff/lots/lot-fields";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { Versioned } from "@/components/form/versioned";
import { placeTree } from "@/components/register/service/place-tree";
import { TextLink } from "@/components/ui/button";
import { BackLink, PageHeader } from "@/components/ui/page";
import { monthsOf } from "@/lib/calloff/before/lots/rules";
import { newId } from "@/lib/core/values/id";
import { reference } from "@/lib/reference/queries";
import { save } from "../actions";
import { lotTitle, requireLot, termOf } from "../lot";

export async function generateMetadata({ params }: PageProps<"/call-offs/[id]/lots/[lot]">): Promise<Metadata> {
  const { id, lot } = await params;
  return { title: lotTitle((await requireLot(id, lot)).lot) };
}

export default async function LotPage({ params }: PageProps<"/call-offs/[id]/lots/[lot]">) {
  const { id, lot: lotId } = await params;
  const { callOff, lot } = await requireLot(id, lotId);
  const term = termOf(callOff) ?? notFound();
  const { places, categories, cohorts } = await reference();
  const option = ({ code, name }: { code: string; name: string }) => ({ value: code, label: name });

  return (
    <>
      <BackLink href={`/call-offs/${id}/lots`}>Lots</BackLink>
      <PageHeader
        title={lotTitle(lot)}
        caption={`Call-off ${callOff.reference}`}
        aside={
          lot && (
            <>
              <TextLink href={`/call-offs/${id}/lots/${lot.id}/split`}>Split it by place</TextLink>
              <TextLink href={`/call-offs/${id}/lots/${lot.id}/remove`}>Remove it</TextLink>
            </>
          )
        }
      />
      <Form action={save} {...(lot ? {} : { idempotencyKey: newId() })}>
        <HiddenFields values={{ id, lotId: lot?.id ?? "" }} />
        <Versioned name="version" version={callOff.version} />
        <LotFields
          lot={lot}
          months={monthsOf(term.from, term.to)}
          extensionMonths={callOff.extensionMonths}
          categories={categories.all.map(option)}
          cohorts={cohorts.all.map(option)}
          places={placeTree(places)}
        />
        <Buttons>
          <Submit>Save the lot</Submit>
          <TextLink href={`/call-offs/${id}/lots`}>Go back without saving</TextLink>
        </Buttons>
      </Form>
    </>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { Versioned } from "@/components/form/versioned";
import { TextLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/message";
import { BackLink } from "@/components/ui/page";
import { remove } from "../../actions";
import { requireLot } from "../../lot";

export const metadata: Metadata = { title: "Remove this lot" };

export default async function RemoveLotPage({ params }: PageProps<"/call-offs/[id]/lots/[lot]/remove">) {
  const { id, lot: lotId } = await params;
  const { callOff, lot: found } = await requireLot(id, lotId);
  const lot = found ?? notFound();

  return (
    <>
      <BackLink href={`/call-offs/${id}/lots/${lot.id}`}>Lot {lot.number}</BackLink>
      <CheckPage
        title="Remove this lot"
        caption={`Lot ${lot.number}: ${lot.title}`}
        happens={["Its volumes and its budget go.", "The lots after it move up by one."]}
        toWhom={["Whoever pays a share of it will be asked again."]}
        cannotBeUndone={["You would have to write it again."]}
      >
        <Form action={remove}>
          <HiddenFields values={{ id, lotId: lot.id }} />
          <Versioned name="version" version={callOff.version} />
          <Buttons>
            <Submit kind="warning">Remove the lot</Submit>
            <TextLink href={`/call-offs/${id}/lots`}>Keep it</TextLink>
          </Buttons>
        </Form>
      </CheckPage>
    </>
  );
}

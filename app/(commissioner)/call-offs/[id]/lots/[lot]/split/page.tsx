import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CheckboxGroup } from "@/components/form/choice";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { Versioned } from "@/components/form/versioned";
import { TextLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/message";
import { BackLink, PageHeader } from "@/components/ui/page";
import type { Places } from "@/lib/reference/places";
import { reference } from "@/lib/reference/queries";
import { split } from "../../actions";
import { requireLot } from "../../lot";

export const metadata: Metadata = { title: "Split this lot by place" };

export default async function SplitLotPage({ params }: PageProps<"/call-offs/[id]/lots/[lot]/split">) {
  const { id, lot: lotId } = await params;
  const { callOff, lot: found } = await requireLot(id, lotId);
  const lot = found ?? notFound();
  const { places } = await reference();
  const options = partsOf(places, lot.placeCodes);

  return (
    <>
      <BackLink href={`/call-offs/${id}/lots/${lot.id}`}>Lot {lot.number}</BackLink>
      <PageHeader
        title="Split this lot by place"
        caption={`Lot ${lot.number}: ${lot.title}`}
        lead="Each place becomes a lot. Budget and volumes are divided evenly, and you can change them after."
      />
      {options.length < 2 ? (
        <EmptyState title="This lot cannot be split by place">It has one place, and none inside it.</EmptyState>
      ) : (
        <Form action={split}>
          <HiddenFields values={{ id, lotId: lot.id }} />
          <Versioned name="version" version={callOff.version} />
          <CheckboxGroup
            name="placeCodes"
            label="A lot for each of these places"
            options={options}
            defaultValue={lot.placeCodes.length > 1 ? lot.placeCodes : []}
            columns
          />
          <Buttons>
            <Submit>Split the lot</Submit>
            <TextLink href={`/call-offs/${id}/lots/${lot.id}`}>Leave it whole</TextLink>
          </Buttons>
        </Form>
      )}
    </>
  );
}

/** What a lot can be split into: its own places, or what lies right inside the only one. */
function partsOf(places: Places, codes: readonly string[]) {
  const [only, ...more] = codes;
  const inside =
    only && more.length === 0
      ? places.all.filter(({ parentCode, current }) => current && parentCode === only).map(({ code }) => code)
      : codes;
  return inside.map((code) => ({ value: code, label: places.label(code) }));
}

import { Form, HiddenFields } from "@/components/form/form";
import { TextArea } from "@/components/form/text";
import { Versioned } from "@/components/form/versioned";
import { PlacePicker } from "@/components/register/service/place-picker";
import { PlaceReading } from "@/components/register/service/place-reading";
import { placeTree } from "@/components/register/service/place-tree";
import { SaveButtons } from "@/components/register/service/service-forms";
import { WritingPage } from "@/components/register/service/writing-page";
import { Bullets } from "@/components/ui/list";
import { Section } from "@/components/ui/page";
import { reference } from "@/lib/reference/queries";
import { sayWhere } from "../actions";
import { serviceToWrite } from "../writing";

export const metadata = { title: "Where it runs" };

export default async function PlacesPage({ params }: PageProps<"/services/[id]/places">) {
  const { service, title, locked } = await serviceToWrite(params);
  const { places } = await reference();
  const draft = service.draft;

  return (
    <WritingPage
      service={service}
      title={title}
      section="places"
      locked={locked}
      lead={
        <p>
          Say it as exactly as you can. A buyer who searches one council finds you if you cover it, its police area or
          its region.
        </p>
      }
    >
      {draft && (
        <>
          {draft.placeCodes.length > 0 && (
            <Section title="Chosen now" id="chosen">
              <Bullets items={draft.placeCodes.map(places.label)} />
            </Section>
          )}
          <div className={draft.placeCodes.length > 0 ? "mt-10" : ""}>
            <Form action={sayWhere}>
              <HiddenFields values={{ serviceId: service.id }} />
              <Versioned name="edit" version={draft.edit} />
              <TextArea
                name="list"
                label="Type or paste places"
                hint="One on each line, or divided by commas. A region, a police area, a council, a probation delivery unit or a postcode. They are added to those that you tick."
                optional
                rows={4}
              />
              <PlacePicker name="placeCodes" tree={placeTree(places)} chosen={draft.placeCodes} />
              <PlaceReading name="list" />
              <SaveButtons />
            </Form>
          </div>
        </>
      )}
    </WritingPage>
  );
}

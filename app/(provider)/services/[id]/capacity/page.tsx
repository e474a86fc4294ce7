import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { NumberField } from "@/components/form/text";
import { Versioned } from "@/components/form/versioned";
import { WritingPage } from "@/components/register/service/writing-page";
import { TextLink } from "@/components/ui/button";
import { Moment } from "@/components/ui/value";
import { stateWords } from "@/lib/register/service/words";
import { sayHowFull } from "../actions";
import { serviceToWrite } from "../writing";

export const metadata = { title: "How full it is" };

export default async function CapacityPage({ params }: PageProps<"/services/[id]/capacity">) {
  const { service, title } = await serviceToWrite(params);
  const { id, state, capacityAsOf, places, openPlaces, waitDays } = service;
  const said = capacityAsOf !== null;

  return (
    <WritingPage
      service={service}
      title={title}
      section="capacity"
      locked={state === "withdrawn" ? stateWords.withdrawn.meaning : null}
      lead={<p>Buyers and probation staff look here first.</p>}
    >
      <Form action={sayHowFull}>
        <HiddenFields values={{ serviceId: id }} />
        <Versioned name="version" version={capacityAsOf?.getTime() ?? 0} />
        <NumberField
          name="places"
          label="Places in all"
          hint="How many people you can work with at one time."
          defaultValue={said ? places : undefined}
        />
        <NumberField name="openPlaces" label="Places open now" defaultValue={said ? openPlaces : undefined} />
        <NumberField
          name="waitDays"
          label="Waiting time"
          hint="From referral to start. Use 0 for no wait."
          suffix="days"
          defaultValue={said ? waitDays : undefined}
        />
        {capacityAsOf && (
          <p className="text-muted">
            Last said on <Moment at={capacityAsOf} />.
          </p>
        )}
        <Buttons>
          <Submit>Save</Submit>
          <TextLink href={`/services/${id}`}>Cancel</TextLink>
        </Buttons>
      </Form>
    </WritingPage>
  );
}

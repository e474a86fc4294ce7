import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { Notice } from "@/components/ui/message";
import { BackLink, PageHeader } from "@/components/ui/page";
import { SummaryList } from "@/components/ui/summary";
import { Day } from "@/components/ui/value";
import { day } from "@/lib/core/values/format";
import { newId } from "@/lib/core/values/id";
import { schemeName } from "@/lib/reference/identifiers";
import type { Listed } from "@/lib/register/listing/queries";
import { lookUpWords } from "@/lib/register/listing/words";
import { ask } from "./actions";

const back = "/join/organisation";

/** What the public register says of an organisation, to look at before going on. */
export function ListedFacts({ listed }: { listed: Listed }) {
  return (
    <SummaryList
      rows={[
        { label: "Name", value: listed.name },
        { label: schemeName(listed.scheme), value: listed.value },
        {
          label: "Address",
          value: [...listed.address.split("\n"), listed.postcode].filter(Boolean).join(", ") || "None given",
        },
        { label: "Standing", value: listed.status || "Not said" },
        ...(listed.registeredOn ? [{ label: "Registered on", value: <Day on={listed.registeredOn} /> }] : []),
      ]}
    />
  );
}

/** Said when the register that was looked in is made up. */
export const Fiction = () => <p className="mb-6 max-w-measure text-muted">{lookUpWords.fiction}</p>;

/** The organisation has closed, as its register says; and what can be done then. */
export function Gone({ listed, number, isFiction }: { listed: Listed; number: string; isFiction: boolean }) {
  return (
    <>
      <BackLink href={back}>Try another number</BackLink>
      <PageHeader title={`${listed.name} is not on its register any more`} />
      <Notice tone="wait" title="What the public register says">
        <p>{lookUpWords.gone(listed.status, listed.removedOn && day(listed.removedOn))}</p>
      </Notice>
      {isFiction && <Fiction />}
      <ListedFacts listed={listed} />
      <div className="mb-8 max-w-measure">
        <h2 className="mb-2 text-large font-bold">What you can do</h2>
        <Bullets
          items={[
            <>
              If you have a new number, because you became another kind of organisation,{" "}
              <TextLink href={back}>look that one up</TextLink>.
            </>,
            "If the register is wrong, tell it first. Your application is slower while it says that you have closed.",
            "If our copy is old, go on. A steward looks at the register itself.",
          ]}
        />
      </div>
      <ButtonLink kind="secondary" href={`${back}?${new URLSearchParams({ number, on: "yes" })}`}>
        Go on all the same
      </ButtonLink>
    </>
  );
}

/** The number is here already: ask those who sign for it. */
export function Here({ organisation }: { organisation: { id: string; name: string } }) {
  return (
    <>
      <BackLink href={back}>Try another number</BackLink>
      <PageHeader
        title={`${organisation.name} is here already`}
        lead={<p>Ask to join it. The people who sign for it are told, and one of them answers.</p>}
      />
      <Form action={ask} idempotencyKey={newId()}>
        <HiddenFields values={{ organisationId: organisation.id }} />
        <TextArea
          name="message"
          label="What do you do there?"
          hint="One or two sentences, so that they know you. They also see your name and email address."
          rows={3}
        />
        <Buttons>
          <Submit>Ask to join</Submit>
          <TextLink href="/join">Cancel</TextLink>
        </Buttons>
      </Form>
    </>
  );
}

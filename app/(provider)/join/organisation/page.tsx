import { notFound } from "next/navigation";
import { RadioGroup, Select } from "@/components/form/choice";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea, TextField } from "@/components/form/text";
import { Button, TextLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { Notice } from "@/components/ui/message";
import { BackLink, Columns, PageHeader } from "@/components/ui/page";
import { newId } from "@/lib/core/id";
import { requireActor } from "@/lib/identity/session";
import { identifierSchemes } from "@/lib/reference/identifiers";
import { reference } from "@/lib/reference/queries";
import type { OrganisationType } from "@/lib/reference/snapshot";
import { mayFound } from "@/lib/register/profile/policy";
import { schemesFor } from "@/lib/register/profile/rules";
import { found } from "./actions";

export const metadata = { title: "Your organisation" };

/** The commonest forms, asked first; the others stand in a list. */
const COMMON = ["cio", "charitable-company", "charity-unincorporated", "cic-guarantee", "association"];

export default async function FoundPage({ searchParams }: PageProps<"/join/organisation">) {
  const actor = await requireActor();
  if (!mayFound(actor)) notFound();
  const { type, other } = await searchParams;
  const { organisationTypes } = await reference();
  const wanted = type === "other" ? other : type;
  const chosen = organisationTypes.all.find(({ code }) => code === wanted);

  return chosen ? (
    <Details type={chosen} isMember={actor.kind === "provider"} />
  ) : (
    <Kinds types={organisationTypes.all} />
  );
}

function Kinds({ types }: { types: readonly OrganisationType[] }) {
  const common = COMMON.flatMap((code) => types.find((type) => type.code === code) ?? []);
  return (
    <>
      <BackLink href="/join">How to join</BackLink>
      <PageHeader
        caption="Step 1 of 2"
        title="What kind of organisation are you?"
        lead={<p>We ask only for the numbers that your kind of organisation has.</p>}
      />
      <form action="/join/organisation" method="get" className="grid max-w-measure gap-8">
        <RadioGroup
          name="type"
          label="Kind of organisation"
          options={[
            ...common.map(({ code, name, note }) => ({ value: code, label: name, hint: note })),
            { value: "other", label: "Another kind", hint: "Choose it in the list below." },
          ]}
          defaultValue="cio"
        />
        <Select
          name="other"
          label="Another kind"
          empty="Choose one"
          options={types
            .filter(({ code }) => !COMMON.includes(code))
            .map(({ code, name }) => ({ value: code, label: name }))}
        />
        <div>
          <Button>Continue</Button>
        </div>
      </form>
    </>
  );
}

function Details({ type, isMember }: { type: OrganisationType; isMember: boolean }) {
  const asked = schemesFor(type.schemes);
  const schemes = identifierSchemes.filter(({ code }) => asked.some((scheme) => scheme === code));
  return (
    <>
      <BackLink href={`/join/organisation`}>Choose another kind</BackLink>
      <PageHeader caption="Step 2 of 2" title="Your organisation" lead={<p>{type.name}</p>} />
      {isMember && (
        <Notice tone="wait" title="You already act for an organisation">
          <p>This adds a second one. You can switch between them at any time.</p>
        </Notice>
      )}
      <Columns
        aside={
          <div>
            <h2 className="mb-2 font-bold">What happens next</h2>
            <Bullets
              items={[
                "You become the person who signs for it here. You can invite colleagues at once.",
                "You get a task list. You can stop at any time: everything is kept.",
                "Nobody else sees anything until you send your application.",
              ]}
            />
          </div>
        }
      >
        <Form action={found} idempotencyKey={newId()}>
          <HiddenFields values={{ typeCode: type.code }} />
          <TextField
            name="name"
            label="Name"
            hint="As it stands in its rules or on its register."
            autoComplete="organization"
          />
          {schemes.map(({ code, name, example, open }, at) => (
            <TextField
              key={code}
              name={`numbers.${code}`}
              label={name}
              hint={`For example, ${example}.${open ? "" : " We never show it to the public."}${at === 0 && schemes.length > 1 ? " Give at least one of these numbers." : ""}`}
              width={12}
              optional={at > 0}
              spellCheck={false}
            />
          ))}
          {schemes.length === 0 && <p>Your kind of organisation has no register number, so we give you one of ours.</p>}
          <TextArea name="address" label="Address" hint="Where letters reach you." rows={4} />
          <Buttons>
            <Submit>Continue</Submit>
            <TextLink href="/join">Cancel</TextLink>
          </Buttons>
        </Form>
      </Columns>
    </>
  );
}

import { notFound } from "next/navigation";
import { RadioGroup, Select } from "@/components/form/choice";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea, TextField } from "@/components/form/text";
import { Button, TextLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { Notice } from "@/components/ui/message";
import { BackLink, Columns, Details, PageHeader } from "@/components/ui/page";
import { newId } from "@/lib/core/id";
import { requireActor } from "@/lib/identity/session";
import { type IdentifierScheme, identifierSchemes } from "@/lib/reference/identifiers";
import { reference } from "@/lib/reference/queries";
import type { OrganisationType } from "@/lib/reference/snapshot";
import { mayFound } from "@/lib/register/profile/policy";
import { schemesFor } from "@/lib/register/profile/rules";
import { found } from "./actions";

export const metadata = { title: "Your organisation" };

/** The commonest forms, asked first; the others stand in a list. */
const COMMON = ["cio", "charitable-company", "charity-unincorporated", "cic-guarantee", "association"];

const ELSEWHERE = ["GB-SC", "GB-NIC"];

export default async function FoundPage({ searchParams }: PageProps<"/join/organisation">) {
  const actor = await requireActor();
  if (!mayFound(actor)) notFound();
  const { type, other } = await searchParams;
  const { organisationTypes } = await reference();
  const wanted = type === "other" || !type ? other : type;
  const chosen = organisationTypes.all.find(({ code }) => code === wanted);

  return chosen ? (
    <About type={chosen} isMember={actor.kind === "provider"} />
  ) : (
    <Kinds
      types={organisationTypes.all}
      wasSent={type !== undefined || other !== undefined}
      wasOther={type === "other"}
    />
  );
}

type KindsProps = { types: readonly OrganisationType[]; wasSent: boolean; wasOther: boolean };

function Kinds({ types, wasSent, wasOther }: KindsProps) {
  const common = COMMON.flatMap((code) => types.find((type) => type.code === code) ?? []);
  return (
    <>
      <BackLink href="/join">How to join</BackLink>
      <PageHeader
        caption="Step 1 of 2"
        title="What kind of organisation are you?"
        lead={<p>We ask only for the numbers that your kind of organisation has.</p>}
      />
      {wasSent && (
        <Notice tone="bad">
          <p>{wasOther ? "Choose the other kind in the list." : "Choose what kind of organisation you are."}</p>
        </Notice>
      )}
      <form action="/join/organisation" method="get" className="grid max-w-measure gap-8">
        <RadioGroup
          name="type"
          label="Kind of organisation"
          options={[
            ...common.map(({ code, name, note }) => ({ value: code, label: name, hint: note })),
            { value: "other", label: "Another kind", hint: "Choose it in the list below." },
          ]}
          defaultValue={wasOther ? "other" : undefined}
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

function About({ type, isMember }: { type: OrganisationType; isMember: boolean }) {
  const asked = schemesFor(type.schemes);
  const schemes = identifierSchemes.filter(({ code }) => asked.some((scheme) => scheme === code));
  const far = schemes.filter(({ code }) => ELSEWHERE.includes(code));
  const near = schemes.filter(({ code }) => !ELSEWHERE.includes(code));
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
          {near.map((scheme, at) => (
            <NumberOf key={scheme.code} {...scheme} isOptional={at > 0} />
          ))}
          {far.length > 0 && (
            <Details summary="We are registered in Scotland or Northern Ireland">
              <p>Give this number, and leave the one for England and Wales empty.</p>
              {far.map((scheme) => (
                <NumberOf key={scheme.code} {...scheme} isOptional />
              ))}
            </Details>
          )}
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

function NumberOf({ code, name, example, open, isOptional }: IdentifierScheme & { isOptional: boolean }) {
  return (
    <TextField
      name={`numbers.${code}`}
      label={name}
      hint={`For example, ${example}.${open ? "" : " We never show it to the public."}`}
      width={12}
      optional={isOptional}
      spellCheck={false}
    />
  );
}

import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea, TextField } from "@/components/form/text";
import { NameNote } from "@/components/register/joining/name-note";
import { NumberFields } from "@/components/register/joining/number-fields";
import { TextLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { Notice } from "@/components/ui/message";
import { BackLink, Columns, PageHeader } from "@/components/ui/page";
import { newId } from "@/lib/core/values/id";
import type { OrganisationType } from "@/lib/reference/snapshot";
import { schemesFor } from "@/lib/register/profile/rules";
import { found } from "./actions";

/** What is known before anybody types: from the public register, or from the number that was looked up. */
export type Known = { name?: string; address?: string; numbers: readonly { scheme: string; value: string }[] };

type Props = { type: OrganisationType; known: Known; back: string; isMember: boolean };

/** The organisation as it will stand here, filled in as far as it is known. */
export function About({ type, known, back, isMember }: Props) {
  return (
    <>
      <BackLink href={back}>Choose another kind</BackLink>
      <PageHeader caption="Step 3 of 3" title="Your organisation" lead={<p>{type.name}</p>} />
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
            defaultValue={known.name}
          />
          <NameNote />
          <NumberFields asked={schemesFor(type.schemes)} known={known.numbers} />
          <TextArea
            name="address"
            label="Address"
            hint="Where letters reach you."
            rows={4}
            defaultValue={known.address}
          />
          <Buttons>
            <Submit>Continue</Submit>
            <TextLink href="/join">Cancel</TextLink>
          </Buttons>
        </Form>
      </Columns>
    </>
  );
}

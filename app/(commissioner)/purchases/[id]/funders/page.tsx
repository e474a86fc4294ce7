import type { Metadata } from "next";
import { FunderRows } from "@/components/calloff/funder-rows";
import { RadioGroup } from "@/components/form/choice";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { Versioned } from "@/components/form/versioned";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { BackLink, Columns, PageHeader } from "@/components/ui/page";
import { Facts } from "@/components/ui/summary";
import { Money } from "@/components/ui/value";
import { listCoFunders } from "@/lib/calloff/purchase/queries/choices";
import { toPounds } from "@/lib/core/values/money";
import { toPercent } from "@/lib/core/values/share";
import { funders } from "../actions";
import { requireDraft } from "../draft";

export const metadata: Metadata = { title: "Who pays?" };

export default async function FundersPage({ params }: PageProps<"/purchases/[id]/funders">) {
  const { id } = await params;
  const { actor, purchase } = await requireDraft(id);
  const authorities = await listCoFunders(actor);
  const [own, ...others] = purchase.funders;
  const inPounds = purchase.sharedBy === "pounds";

  return (
    <>
      <BackLink href={`/purchases/${id}`}>{purchase.title}</BackLink>
      <PageHeader
        title="Who pays?"
        caption="Step 3 of 4"
        lead={`${purchase.buyer.name} pays all of it, unless you add others. Each of them must approve its own share.`}
        action={others.length === 0 && <ButtonLink href={`/purchases/${id}/check`}>We pay all of it</ButtonLink>}
      />
      <Columns
        aside={
          <Facts
            facts={[
              { label: "The whole price, with VAT", value: <Money pence={purchase.valuePence + purchase.vatPence} /> },
              { label: `${purchase.buyer.name} pays now`, value: <Money pence={own?.sharePence ?? 0n} /> },
            ]}
          />
        }
      >
        <Form action={funders}>
          <HiddenFields values={{ id }} />
          <Versioned name="version" version={purchase.version} />
          <RadioGroup
            name="method"
            label="How do you share the price?"
            defaultValue={purchase.sharedBy}
            options={[
              { value: "percent", label: "By percentage", hint: "Each part follows the price, to the penny." },
              { value: "pounds", label: "In pounds", hint: "The others pay fixed amounts, and you pay the rest." },
            ]}
          />
          <FunderRows
            authorities={authorities.map(({ id, name }) => ({ value: id, label: name }))}
            others={others.map(({ organisationId, shareBp, sharePence }) => ({
              organisationId,
              share: inPounds ? toPounds(sharePence) : toPercent(shareBp),
            }))}
          />
          <p>Your own organisation pays what is left.</p>
          <Buttons>
            <Submit>Save and continue</Submit>
            <TextLink href={`/purchases/${id}`}>Finish later</TextLink>
          </Buttons>
        </Form>
      </Columns>
    </>
  );
}

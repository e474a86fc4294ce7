import type { Metadata } from "next";
import { SaveButtons } from "@/components/calloff/tender/save-buttons";
import { CheckboxGroup } from "@/components/form/choice";
import { Form, HiddenFields } from "@/components/form/form";
import { Versioned } from "@/components/form/versioned";
import { TextLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/message";
import { BackLink, PageHeader } from "@/components/ui/page";
import { findOwnEntry } from "@/lib/calloff/open/tender/queries/own";
import { listed, pounds, whole } from "@/lib/core/values/format";
import { unitWords } from "@/lib/register/service/words";
import { saveLots } from "../../actions";
import { requireDraft } from "../../reader";

export const metadata: Metadata = { title: "Which lots do you tender for?" };

export default async function LotsPage({ params }: PageProps<"/tenders/[id]/lots">) {
  const { id } = await params;
  const { actor, tender, content } = await requireDraft(id);
  const { callOff } = tender;
  const grant = callOff.instrument === "grant";
  const entry = await findOwnEntry(actor, callOff.id);
  const open = callOff.lots.filter((lot) => entry?.lotIds.includes(lot.id));
  const shut = callOff.lots.filter((lot) => !open.includes(lot));
  const [only] = open;
  const chosen = content.quality.lotIds.length === 0 && open.length === 1 && only ? [only.id] : content.quality.lotIds;
  return (
    <>
      <BackLink href={`/tenders/${id}`}>Your tender</BackLink>
      <PageHeader caption={callOff.title} title="Which lots do you tender for?" />
      {shut.length > 0 && (
        <Notice title="Not every lot is open to you">
          <p>
            {listed(shut.map(({ number, title }) => `Lot ${number} (${title})`))}{" "}
            {shut.length === 1 ? "is in a part" : "are in parts"} of the register that you have not joined.{" "}
            <TextLink href="/apply">Apply to join</TextLink>, and you can tender while you wait.
          </p>
        </Notice>
      )}
      <Form action={saveLots}>
        <HiddenFields values={{ id }} />
        <Versioned name="version" version={tender.version} />
        <CheckboxGroup
          name="lotIds"
          label="Lots"
          hint="You are judged for each lot by itself."
          defaultValue={chosen}
          options={open.map(({ id: value, number, title, description, budgetPence, volume, unit }) => ({
            value,
            label: `${number}. ${title}`,
            hint: `${description} ${whole(volume)} ${unitWords[unit].several}. At most ${pounds(budgetPence)}${grant ? "" : " with VAT"}.`.trim(),
          }))}
        />
        <SaveButtons />
      </Form>
    </>
  );
}

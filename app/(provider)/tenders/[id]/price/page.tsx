import type { Metadata } from "next";
import { PriceTable } from "@/components/calloff/tender/price-table";
import { SaveButtons } from "@/components/calloff/tender/save-buttons";
import { RadioGroup } from "@/components/form/choice";
import { Fieldset } from "@/components/form/field";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { MoneyField } from "@/components/form/text";
import { Versioned } from "@/components/form/versioned";
import { TextLink } from "@/components/ui/button";
import { EmptyState, Notice } from "@/components/ui/message";
import { BackLink, PageHeader, Section } from "@/components/ui/page";
import { chosenLots } from "@/lib/calloff/open/tender/progress";
import { priceOfLot } from "@/lib/calloff/open/tender/rules";
import { priceMethodHints, vatRates } from "@/lib/calloff/open/tender/words";
import { pounds, whole } from "@/lib/core/values/format";
import { toPounds } from "@/lib/core/values/money";
import { unitWords } from "@/lib/register/service/words";
import { prices } from "../../actions";
import { requireDraft } from "../../reader";

export const metadata: Metadata = { title: "What does it cost?" };

export default async function PricePage({ params, searchParams }: PageProps<"/tenders/[id]/price">) {
  const { id } = await params;
  const { saved } = await searchParams;
  const { tender, content } = await requireDraft(id);
  const { callOff } = tender;
  const grant = callOff.instrument === "grant";
  const lots = chosenLots(callOff.lots, content.quality).map((lot) => ({
    ...lot,
    offer: content.price.lots.find(({ lotId }) => lotId === lot.id),
  }));
  const priced = lots.flatMap(({ offer, ...lot }) =>
    offer ? [{ ...lot, price: priceOfLot(lot.volume, offer, { grant }) }] : [],
  );
  return (
    <>
      <BackLink href={`/tenders/${id}`}>Your tender</BackLink>
      {saved === "yes" && <Notice tone="good" title="Saved. The sums are below" />}
      <PageHeader caption={callOff.title} title="What does it cost?" lead={priceMethodHints[callOff.priceMethod]} />
      {lots.length === 0 && (
        <EmptyState
          title="Choose your lots first"
          action={<TextLink href={`/tenders/${id}/lots`}>Choose the lots that you tender for</TextLink>}
        />
      )}
      {lots.length > 0 && (
        <Form action={prices}>
          <HiddenFields values={{ id }} />
          <Versioned name="version" version={tender.version} />
          {lots.map(({ id: lotId, number, title, unit, volume, budgetPence, offer }, at) => (
            <Fieldset key={lotId} label={`Lot ${number}: ${title}`}>
              <div className="mt-3 grid gap-6">
                <HiddenFields values={{ [`lots.${at}.lotId`]: lotId }} />
                <p className="text-muted">
                  Forecast: {whole(volume)} {volume === 1 ? unitWords[unit].one : unitWords[unit].several}.{" "}
                  {grant ? `At most ${pounds(budgetPence)}.` : `Budget: ${pounds(budgetPence)} with VAT.`}{" "}
                  {volume > 0 &&
                    `That is up to ${pounds(budgetPence / BigInt(volume))} ${unitWords[unit].per}${grant ? "" : ", with VAT"}.`}
                </p>
                <MoneyField
                  name={`lots.${at}.unit`}
                  label={`Price ${unitWords[unit].per}`}
                  hint={grant ? "A grant carries no VAT" : "Without VAT"}
                  defaultValue={offer && toPounds(offer.unitPence)}
                />
                <MoneyField
                  name={`lots.${at}.mobilisation`}
                  label="Getting ready"
                  hint={`What it costs once, before the start${grant ? "" : ", without VAT"}`}
                  optional
                  defaultValue={offer && toPounds(offer.mobilisationPence)}
                />
                {!grant && (
                  <RadioGroup
                    name={`lots.${at}.vat`}
                    label="VAT on top"
                    options={vatRates.map(({ bp, label, hint }) => ({ value: String(bp), label, hint }))}
                    defaultValue={offer && String(offer.vatBp)}
                  />
                )}
              </div>
            </Fieldset>
          ))}
          <Buttons>
            <Submit kind="secondary" value="stay">
              Save and see the sums
            </Submit>
          </Buttons>
          <SaveButtons />
        </Form>
      )}
      {priced.length > 0 && (
        <div className="mt-10">
          <Section title="How your price comes about" lead="From what you saved last.">
            <PriceTable lots={priced} grant={grant} />
          </Section>
        </div>
      )}
    </>
  );
}

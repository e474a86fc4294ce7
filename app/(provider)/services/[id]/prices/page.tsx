import { Fieldset } from "@/components/form/field";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { Versioned } from "@/components/form/versioned";
import { type RateItem, RateRows } from "@/components/register/service/rate-rows";
import { PriceCheck } from "@/components/register/service/rates/price-check";
import { PriceDays } from "@/components/register/service/rates/price-days";
import { UpliftRows } from "@/components/register/service/rates/uplift-rows";
import { WritingPage } from "@/components/register/service/writing-page";
import { Download, TextLink } from "@/components/ui/button";
import { Bullets, Inline } from "@/components/ui/list";
import { Notice } from "@/components/ui/message";
import { Details } from "@/components/ui/page";
import { toPounds } from "@/lib/core/values/money";
import { toPercent } from "@/lib/core/values/share";
import { reference } from "@/lib/reference/queries";
import { readSuggested } from "@/lib/register/service/cost/schema";
import { listPriceLists, type PriceList } from "@/lib/register/service/rates/queries";
import { price } from "../actions";
import { serviceToPrice } from "./reading";

export const metadata = { title: "Prices" };

const MOST_IN_A_FORM = 50;

export default async function PricesPage({ params, searchParams }: PageProps<"/services/[id]/prices">) {
  const { actor, service, title, locked } = await serviceToPrice(params);
  const [lists, { places }] = await Promise.all([listPriceLists(actor, service.id), reference()]);
  const base = lists.find(({ standing }) => standing !== "withdrawn");
  const isPublic = service.state !== "draft";
  const suggested = readSuggested(await searchParams);
  const items = withPrice(base?.lines.map(item) ?? [], suggested);
  const at = `/services/${service.id}`;

  return (
    <WritingPage
      service={service}
      title={title}
      section="prices"
      locked={locked}
      lead={<p>Put the whole cost in: staff, rooms, travel, and a fair share of your overheads.</p>}
    >
      <div className="mb-8">
        <Inline
          items={[
            <TextLink key="cost" href={`${at}/cost`}>
              Work out a price from your costs
            </TextLink>,
            <TextLink key="file" href={`${at}/prices/file`}>
              Send prices as a file
            </TextLink>,
            <Download key="csv" href={`${at}/prices/csv`} kind="CSV">
              {base ? "These prices" : "An empty file to fill in"}
            </Download>,
          ]}
        />
      </div>
      {suggested && (
        <div className="mb-8">
          <Notice title="The price from your costs is filled in">
            <p>£{suggested.price}. Look at it once more before you save.</p>
          </Notice>
        </div>
      )}
      {items.length > MOST_IN_A_FORM ? (
        <Notice title={`There are ${items.length} prices`}>
          <p>
            That is too many for a form. Take the file, change it, and{" "}
            <TextLink href={`${at}/prices/file`}>send it back</TextLink>.
          </p>
        </Notice>
      ) : (
        <Form action={price}>
          <HiddenFields values={{ serviceId: service.id, isPublic: isPublic ? "yes" : "" }} />
          <Versioned name="version" version={lists[0]?.version ?? 0} />
          <RateRows items={items} />
          <Details summary="When do I need more than one price?">
            <Bullets
              items={[
                "Different things, such as a session alone and a session in a group.",
                "Different levels of need. Then give each level its own price.",
                "Cheaper from a number on. Say from and to: 1 to 20, then 21 and up. Leave no gap.",
              ]}
            />
          </Details>
          <Fieldset
            label="Does it cost more in some places?"
            hint="Name a place, and what is added to every price there. The most exact place counts. Remove all rows if it does not."
          >
            <UpliftRows items={base ? base.uplifts.map((uplift) => upliftItem(uplift, places.label)) : []} />
          </Fieldset>
          {isPublic && <PriceDays />}
          {isPublic ? (
            <PriceCheck cancel={at} isPublic />
          ) : (
            <Buttons>
              <Submit>Save and continue</Submit>
              <TextLink href={at}>Cancel</TextLink>
            </Buttons>
          )}
        </Form>
      )}
    </WritingPage>
  );
}

const item = ({ what, unit, complexity, pence, vatBp, volumeFrom, volumeTo }: PriceList["lines"][number]) => ({
  what,
  unit,
  complexity,
  price: toPounds(pence),
  vatBp: String(vatBp),
  volumeFrom: String(volumeFrom),
  volumeTo: volumeTo === null ? "" : String(volumeTo),
});

/** A price that was worked out goes to the first price of its unit, else it begins a new one. */
function withPrice(items: readonly RateItem[], suggested: ReturnType<typeof readSuggested>): RateItem[] {
  if (!suggested) return [...items];
  const at = items.findIndex(({ unit }) => unit === suggested.unit);
  const [found] = items.slice(at, at + 1);
  if (at >= 0 && found) return items.with(at, { ...found, price: suggested.price });
  const fresh = { what: "", complexity: "any", vatBp: "0", volumeFrom: "", volumeTo: "", ...suggested };
  return [fresh, ...items];
}

const upliftItem = ({ placeCode, upliftBp }: PriceList["uplifts"][number], label: (code: string) => string) => ({
  place: label(placeCode),
  percent: toPercent(upliftBp),
});

import { TextLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { Section } from "@/components/ui/page";
import { SummaryList } from "@/components/ui/summary";
import type { PriceContent, QualityContent } from "@/lib/calloff/open/tender/content";
import { chosenLots } from "@/lib/calloff/open/tender/progress";
import { priceOfLot, wordsIn } from "@/lib/calloff/open/tender/rules";
import type { CriterionKind, Instrument, RateUnit, TenderPartnerState } from "@/lib/core/prisma/enums";
import { count, day, whole } from "@/lib/core/values/format";
import { SubContractorTable } from "./partner-table";
import { PriceTable } from "./price-table";

type CallOff = {
  instrument: Instrument;
  lots: readonly { id: string; number: number; title: string; unit: RateUnit; budgetPence: bigint; volume: number }[];
  criteria: readonly { id: string; number: number; kind: CriterionKind; title: string }[];
  conditions: readonly { id: string; number: number; title: string }[];
};
type Partner = { id: string; state: TenderPartnerState; answeredAt: Date | null; reason: string | null };
type Props = {
  callOff: CallOff;
  content: { quality: QualityContent; price: PriceContent };
  partners: readonly Partner[];
  /** Where each part is changed; without it the tender is only read. */
  change?: string;
};

/** A tender in full, for its own organisation: to check before it is sent, and to read afterwards. */
export function TenderView({ callOff, content, partners, change }: Props) {
  const { quality, price } = content;
  const to = (path: string) => (change ? `${change}/${path}` : undefined);
  const lots = chosenLots(callOff.lots, quality);
  const grant = callOff.instrument === "grant";
  const priced = lots.flatMap((lot) => {
    const offer = price.lots.find(({ lotId }) => lotId === lot.id);
    return offer ? [{ ...lot, price: priceOfLot(lot.volume, offer, { grant }) }] : [];
  });
  return (
    <>
      <SummaryList
        title="What you tender for"
        rows={[
          {
            label: "Lots",
            value: lots.length > 0 && <Bullets items={lots.map(({ number, title }) => `${number}. ${title}`)} />,
            change: to("lots"),
          },
        ]}
      />
      <SummaryList
        title="Questions"
        rows={[...answers(callOff, quality, to), ...offers(callOff, quality, to), ...conditions(callOff, quality, to)]}
      />
      <Section title="Sub-contractors" action={<Change href={to("partners")} what="sub-contractors" />}>
        {quality.partners.length > 0 ? (
          <SubContractorTable named={quality.partners} answered={partners} />
        ) : (
          <p>None. Your own organisation does all of the work.</p>
        )}
      </Section>
      <Section title="Prices" action={<Change href={to("price")} what="prices" />}>
        {priced.length > 0 ? <PriceTable lots={priced} grant={grant} /> : <p className="text-muted">Not given yet.</p>}
      </Section>
    </>
  );
}

function Change({ href, what }: { href: string | undefined; what: string }) {
  if (!href) return null;
  return (
    <TextLink href={href}>
      Change<span className="sr-only"> {what}</span>
    </TextLink>
  );
}

type To = (path: string) => string | undefined;

const answers = ({ criteria }: CallOff, { answers: given }: QualityContent, to: To) =>
  criteria
    .filter(({ kind }) => kind !== "price")
    .map(({ id, number, title }) => {
      const text = given.find(({ criterionId }) => criterionId === id)?.text ?? "";
      return {
        label: title,
        value: text && <p className="whitespace-pre-line">{text}</p>,
        change: to(`answers/${number}`),
        note: text ? count(wordsIn(text), "word") : undefined,
      };
    });

const offers = ({ criteria }: CallOff, { offers: made }: QualityContent, to: To) =>
  criteria.some(({ kind }) => kind === "socialValue")
    ? [
        {
          label: "Social value that can be counted",
          value: made.length > 0 && (
            <Bullets
              items={made.map(
                ({ measure, unit, baseline, target, by }) =>
                  `${measure}: from ${whole(baseline)} to ${whole(target)} ${unit} by ${day(by)}`,
              )}
            />
          ),
          change: to("social-value"),
        },
      ]
    : [];

const conditions = ({ conditions: asked }: CallOff, { conditions: said }: QualityContent, to: To) =>
  asked.map(({ id, title }) => {
    const own = said.find(({ conditionId }) => conditionId === id);
    return {
      label: title,
      value: own && `${own.met ? "Yes, we meet it." : "No, we do not meet it."} ${own.text}`.trim(),
      change: to("conditions"),
    };
  });

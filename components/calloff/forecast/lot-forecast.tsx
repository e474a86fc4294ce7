import { TextLink } from "@/components/ui/button";
import { Bullets, ResultList } from "@/components/ui/list";
import { Notice } from "@/components/ui/message";
import { Details, Section } from "@/components/ui/page";
import { Stat, Stats, Tag } from "@/components/ui/status";
import {
  type Bidder,
  ENOUGH,
  type ForecastLot,
  forecastOf,
  type Remedy,
  whyOf,
} from "@/lib/calloff/before/forecast/rules";
import { count } from "@/lib/core/values/format";

const SHOWN = 25;

type Props = { lot: ForecastLot; category: string; places: string; remedies: Remedy[] };

/** Who could answer one lot: the figures, a warning when they are few, and everyone by name with why. */
export function LotForecast({ lot, category, places, remedies }: Props) {
  const { number, title, bidders, quiet } = lot;
  const { could, haveSpace, answered, vcse, small, thin } = forecastOf(bidders);
  return (
    <Section title={`Lot ${number}: ${title}`} id={`lot-${number}`} lead={`${category}, in ${places}.`}>
      <Stats>
        <Stat label="Could deliver it" value={could} compare={`At least ${ENOUGH} make a competition`} />
        <Stat label="Have space now" value={haveSpace} compare={could > 0 ? `Of ${could}` : undefined} />
        <Stat label="Tendered before" value={answered} compare="For this kind of service" />
        <Stat label="Voluntary organisations" value={vcse} compare={`${small} small`} />
      </Stats>
      <div className="mt-8">
        {thin && (
          <Notice
            tone="wait"
            title={could === 0 ? "Nobody is likely to answer" : `Only ${count(could, "organisation")} could answer`}
          >
            <p>A competition with few bidders often ends with one tender, or none. You can do something first.</p>
            <ul className="grid gap-2">
              {remedies.map(({ label, why, href }) => (
                <li key={label}>
                  <TextLink href={href}>{label}</TextLink>. {why}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {bidders.length > 0 && (
          <ResultList label={`Who could deliver lot ${number}`} items={bidders.slice(0, SHOWN).map(itemOf)} />
        )}
        {bidders.length > SHOWN && (
          <div className="mt-5">
            <Details summary={`And ${count(bidders.length - SHOWN, "more organisation")}`}>
              <Bullets
                items={bidders.slice(SHOWN, 500).map(({ organisationId, name, reference }) => (
                  <TextLink key={organisationId} href={`/register/organisations/${reference}`}>
                    {name}
                  </TextLink>
                ))}
              />
            </Details>
          </div>
        )}
        {quiet.length > 0 && (
          <div className="mt-5">
            <Details summary={`${count(quiet.length, "member")} of this part with no published service`}>
              <p>They may tender too. What they could deliver, and where, is not known yet.</p>
              <Bullets
                items={quiet.slice(0, 200).map(({ organisationId, name, reference }) => (
                  <TextLink key={organisationId} href={`/register/organisations/${reference}`}>
                    {name}
                  </TextLink>
                ))}
              />
            </Details>
          </div>
        )}
      </div>
    </Section>
  );
}

const itemOf = (bidder: Bidder) => ({
  id: bidder.organisationId,
  title: bidder.name,
  href: `/register/organisations/${bidder.reference}`,
  tag: bidder.openPlaces > 0 ? <Tag tone="good">Has space</Tag> : <Tag>Full now</Tag>,
  facts: whyOf(bidder),
});

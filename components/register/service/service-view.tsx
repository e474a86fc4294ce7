import type { ReactNode } from "react";
import { TextLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { Columns, Section } from "@/components/ui/page";
import { Stat, Stats } from "@/components/ui/status";
import { Facts, SummaryList } from "@/components/ui/summary";
import { Day } from "@/components/ui/value";
import { count, whole } from "@/lib/core/values/format";
import { sizeWords } from "@/lib/register/profile/words";
import type { ServiceFacts } from "@/lib/register/service/facts";
import {
  accessName,
  ageWords,
  deliveredByWords,
  languageName,
  methodWords,
  settingWords,
  sexWords,
  waitWords,
} from "@/lib/register/service/words";
import { PriceTable } from "./price-table";

type Props = {
  facts: ServiceFacts;
  /** Prices are for buyers and for the organisation itself; the public reads everything else. */
  showPrices: boolean;
  /** What may be done from here, at the top of the side column. */
  children?: ReactNode;
};

/** A service as a buyer reads it, under the page's own header. Used by the public, by buyers and as the preview. */
export function ServiceView({ facts, showPrices, children }: Props) {
  const { version, capacity, part } = facts;
  return (
    <Columns
      aside={
        <>
          {children}
          <About facts={facts} />
        </>
      }
    >
      <Stats>
        <Stat label="Open places" value={whole(capacity.open)} compare={`of ${count(capacity.places, "place")}`} />
        <Stat label="Waiting time" value={waitWords(capacity.waitDays)} compare="from referral to start" />
        <Stat label="Ages" value={ageWords(version)} compare={sexWords[version.sex].toLowerCase()} />
      </Stats>
      {capacity.asOf && (
        <p className="mt-3 text-small text-muted">
          As the organisation said on <Day on={capacity.asOf} />.
        </p>
      )}

      <div className="mt-14">
        <Section title="What happens" id="what">
          <Paragraphs text={version.description} />
        </Section>
        <Section title="What people get from it" id="outcomes">
          <Bullets items={version.outcomes.map(({ name }) => name)} />
        </Section>
        <Section title="Who it is for" id="who">
          <SummaryList
            rows={[
              { label: "People", value: `${sexWords[version.sex]}, aged ${ageWords(version)}` },
              ...when(version.cohorts, (list) => ({ label: "Made for", value: names(list) })),
              ...when(version.needs, (list) => ({ label: "Needs it helps with", value: names(list) })),
              { label: "Who it cannot take", value: version.exclusions || "Nobody is ruled out" },
            ]}
          />
        </Section>
        <Section title="Where and how it runs" id="where">
          <SummaryList
            rows={[
              {
                label: "Places",
                value: version.places.length > 0 && <Bullets items={version.places.map(({ name }) => name)} />,
              },
              { label: "Setting", value: version.settings.map((setting) => settingWords[setting].label).join(", ") },
              { label: "Method", value: methodWords[version.method].label },
              { label: "Who does the work", value: deliveredByWords[version.deliveredBy].label },
              { label: "Languages", value: version.languages.map(languageName).join(", ") },
              { label: "Access", value: version.access.map(accessName).join(", ") || "Nothing said" },
              { label: "Part of the register", value: `${part.number}. ${part.title}` },
            ].map((row) => ({ ...row, value: row.value || null }))}
          />
        </Section>
        {showPrices && (
          <Section title="Prices" id="prices">
            <PriceTable card={facts.rateCard} nextOn={facts.nextPricesOn} />
          </Section>
        )}
      </div>
    </Columns>
  );
}

function About({ facts: { organisation, reference, version, confirmedAt } }: { facts: ServiceFacts }) {
  const { provider } = organisation;
  const kinds = [
    provider?.vcse && "Voluntary, community or social enterprise",
    provider?.ledByLivedExperience && "Led by people with lived experience",
  ].filter((kind) => typeof kind === "string");
  return (
    <Facts
      facts={[
        { label: "Organisation", value: organisation.name },
        ...(organisation.type ? [{ label: "Kind", value: organisation.type }] : []),
        ...(provider ? [{ label: "Size", value: sizeWords[provider.size].label }] : []),
        ...(kinds.length > 0 ? [{ label: "About them", value: kinds.join(". ") }] : []),
        ...(provider?.areaOfBenefit ? [{ label: "Works for people in", value: provider.areaOfBenefit }] : []),
        ...(provider?.website
          ? [{ label: "Website", value: <TextLink href={provider.website}>{provider.website}</TextLink> }]
          : []),
        { label: "Reference", value: `${reference}, version ${version.number}` },
        ...(confirmedAt ? [{ label: "Confirmed", value: <Day on={confirmedAt} /> }] : []),
      ]}
    />
  );
}

/** Text of many lines as paragraphs. */
export function Paragraphs({ text }: { text: string }) {
  return (
    <div className="grid max-w-measure gap-4">
      {text.split(/\n{2,}/).map((part, at) => (
        <p key={at} className="whitespace-pre-line break-words">
          {part}
        </p>
      ))}
    </div>
  );
}

const names = (list: { name: string }[]) => list.map(({ name }) => name).join(", ");
const when = <T, R>(list: T[], row: (list: T[]) => R): R[] => (list.length > 0 ? [row(list)] : []);

import { TextLink } from "@/components/ui/button";
import { Tag } from "@/components/ui/status";
import { Facts } from "@/components/ui/summary";
import { day, listed } from "@/lib/core/values/format";
import type { Reference } from "@/lib/reference/snapshot";
import { accessName, ageWords, languageName, sexWords } from "@/lib/register/service/words";
import type { Referral } from "@/lib/search/finder/queries";
import { finderWords, spaceWords, startWords } from "@/lib/search/finder/words";
import type { Result } from "@/lib/search/queries/search";

type Props = {
  results: Result[];
  referrals: Map<string, Referral>;
  lists: Reference;
  /** The London day on which it was asked. */
  today: string;
  label: string;
};

/** Services for somebody: what each is, where, who it takes, when it could start, and how to refer. */
export function FinderServices({ results, referrals, lists, today, label }: Props) {
  return (
    <ol aria-label={label} className="border-t border-line">
      {results.map((result) => (
        <li key={result.id} className="grid gap-x-12 gap-y-4 border-b border-line py-6 sm:grid-cols-2">
          <div className="min-w-0">
            <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1 font-bold">
              <TextLink href={`/register/services/${result.reference}`}>{result.title}</TextLink>
              <Tag tone={result.openPlaces > 0 ? "good" : "wait"}>{spaceWords(result)}</Tag>
            </h3>
            <p className="text-muted">{result.organisation.name}</p>
            <p className="mt-2 max-w-measure">{result.summary}</p>
            <p className="mt-2 font-semibold">{startWords(result, today)}</p>
            {result.capacityAsOf && (
              <p className="text-small text-muted">{finderWords.said(day(new Date(result.capacityAsOf)))}</p>
            )}
          </div>
          <Facts
            facts={[
              { label: "Where", value: whereWords(result, lists) },
              { label: "Who it takes", value: whoWords(result, lists) },
              ...factOf("Who it cannot take", referrals.get(result.id)?.exclusions),
              ...factOf("Access", result.access.map(accessName).join(", ")),
              { label: finderWords.refer, value: <Refer result={result} referral={referrals.get(result.id)} /> },
            ]}
          />
        </li>
      ))}
    </ol>
  );
}

function whereWords({ placeCodes }: Result, { places }: Reference): string {
  const first = placeCodes.slice(0, 3).map((code) => places.find(code)?.name ?? code);
  const more = placeCodes.length - first.length;
  return listed([...first, ...(more > 0 ? [`${more} more`] : [])]);
}

function whoWords(result: Result, { cohorts }: Reference): string {
  const { cohortCodes, languages } = result;
  return [
    `${sexWords[result.sex]}, aged ${ageWords(result)}`,
    ...(cohortCodes.length > 0 ? [`Made for: ${listed(cohortCodes.map(cohorts.name))}`] : []),
    ...(languages.some((code) => code !== "en") ? [`In ${listed(languages.map(languageName))}`] : []),
  ].join(". ");
}

const factOf = (label: string, value: string | undefined) => (value ? [{ label, value }] : []);

/** What is known of how to refer; where nothing is, whom to ask. */
function Refer({ result, referral }: { result: Result; referral: Referral | undefined }) {
  return (
    <span className="grid gap-1">
      {result.access.includes("selfReferral") && <span>{finderWords.selfReferral}</span>}
      {referral?.email && (
        <a href={`mailto:${referral.email}`} className="text-act underline">
          {referral.email}
        </a>
      )}
      {referral?.website && (
        <TextLink href={referral.website}>
          {finderWords.website}
          <span className="sr-only">: {result.organisation.name}</span>
        </TextLink>
      )}
      <span>{finderWords.askCommissioner}</span>
    </span>
  );
}

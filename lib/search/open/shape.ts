import type { Reference } from "@/lib/reference/snapshot";
import { sizeWords } from "@/lib/register/profile/words";
import { accessName, ageWords, languageName, methodWords, settingWords, sexWords } from "@/lib/register/service/words";
import { facets as everyFacet, type Facet, type FacetCounts } from "../ask";
import type { Candidate } from "../rules";
import { consortiumWords, evidenceWords, ledWords, openWords, sexCriterionWords, vcseCriterionWords } from "../words";
import type { OpenPage, OpenService } from "./answer";

/** Where the open data of a site live. */
export const openPath = "/api/v1/services";

/** A service as anybody may take it away. It names its fields one by one, so that nothing goes out because it was there. */
export function openService(row: Candidate & { why: string[] }, lists: Reference, origin: string): OpenService {
  const { organisation } = row;
  const coded = (codes: readonly string[], name: (code: string) => string) =>
    codes.map((code) => ({ code, name: name(code) }));
  return {
    reference: row.reference,
    title: row.title,
    summary: row.summary,
    organisation: {
      reference: organisation.reference,
      name: organisation.name,
      type: row.typeCode === null ? null : { code: row.typeCode, name: lists.organisationTypes.name(row.typeCode) },
      size: row.size === null ? null : { code: row.size, name: sizeWords[row.size].label },
      vcse: row.vcse,
      ledByLivedExperience: row.led,
      consortium: row.consortium,
    },
    category: { code: row.categoryCode, name: lists.categories.name(row.categoryCode) },
    needs: coded(row.needCodes, lists.categories.name),
    outcomes: coded(row.outcomeCodes, lists.outcomes.name),
    cohorts: coded(row.cohortCodes, lists.cohorts.name),
    places: coded(row.placeCodes, lists.places.label),
    who: { sex: row.sex, minAge: row.minAge, maxAge: row.maxAge, said: `${sexWords[row.sex]}, aged ${ageWords(row)}` },
    settings: row.settings.map((code) => ({ code, name: settingWords[code].label })),
    method: { code: row.method, name: methodWords[row.method].label },
    languages: coded(row.languages, languageName),
    access: coded(row.access, accessName),
    capacity: { places: row.places, open: row.openPlaces, waitDays: row.waitDays, asOf: row.capacityAsOf },
    why: row.why,
    links: {
      self: `${origin}${openPath}/${row.reference}`,
      page: `${origin}/register/services/${row.reference}`,
      organisation: `${origin}/register/organisations/${organisation.reference}`,
    },
  };
}

/** The counts of these facets, each choice with its name, the most first. */
export function openFacetCounts(counts: FacetCounts, wanted: readonly Facet[], lists: Reference): OpenPage["facets"] {
  const asked = everyFacet.filter((facet) => wanted.includes(facet));
  return Object.fromEntries(
    asked.map((facet) => {
      const name = namesOf(facet, lists);
      const choices = Object.entries(counts[facet]).map(([value, count]) => ({ value, name: name(value), count }));
      return [facet, choices.sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))];
    }),
  );
}

const inTable =
  (table: Readonly<Record<string, string | { label: string }>>) =>
  (value: string): string => {
    const found = Object.hasOwn(table, value) ? table[value] : undefined;
    return typeof found === "string" ? found : (found?.label ?? value);
  };

const yesOf = (said: string) => inTable({ yes: said, no: `Not: ${said}` });

/** How a facet's choices are called. */
function namesOf(facet: Facet, lists: Reference): (value: string) => string {
  switch (facet) {
    case "place":
      return lists.places.label;
    case "category":
    case "need":
      return lists.categories.name;
    case "outcome":
      return lists.outcomes.name;
    case "cohort":
      return lists.cohorts.name;
    case "type":
      return lists.organisationTypes.name;
    case "sex":
      return inTable(sexCriterionWords);
    case "setting":
      return inTable(settingWords);
    case "method":
      return inTable(methodWords);
    case "language":
      return languageName;
    case "access":
      return accessName;
    case "open":
      return inTable(openWords);
    case "size":
      return inTable(sizeWords);
    case "vcse":
      return inTable(vcseCriterionWords);
    case "led":
      return yesOf(ledWords);
    case "consortium":
      return inTable(consortiumWords);
    case "evidence":
      return inTable(evidenceWords);
    case "unit":
      return inTable({});
  }
}

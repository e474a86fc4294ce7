import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db, type Tx } from "@/lib/core/db";
import type { RateUnit } from "@/lib/core/prisma/enums";
import { inForceSql } from "../filters";
import { maySeePrices } from "../policy";
import type { Candidate, UnitPrice } from "../rules";
import { wantedWords } from "../rules";

/** A service as a list shows it, before it is said why it is there. */
export type Row = Candidate & {
  id: string;
  reference: string;
  title: string;
  summary: string;
  organisation: { id: string; reference: string; name: string };
  places: number;
  capacityAsOf: Date | null;
  versionId: string;
  versionNumber: number;
  rateCardId: string | null;
  rateCardVersion: number | null;
};

type Raw = Omit<Row, "organisation" | "prices" | "found"> & {
  organisationId: string;
  organisationReference: string;
  organisationName: string;
  prices: { unit: RateUnit; pence: string }[] | null;
  found: Row["found"] | null;
};

/** The services with these ids, in their order: one statement, whatever they hold. Prices only for whoever may see them. */
export async function rowsOf(
  actor: Actor,
  ids: string[],
  { words, within = db }: { words: string; within?: Pick<Tx, "$queryRaw"> },
): Promise<Row[]> {
  const prices = maySeePrices(actor);
  if (ids.length === 0) return [];
  const rows = await within.$queryRaw<Raw[]>`
    select s."id", s."reference", v."title", v."summary", p."categoryCode", v."needCodes", v."outcomeCodes",
      v."cohortCodes", v."placeCodes", v."sex"::text as sex, v."minAge", v."maxAge", v."settings"::text[] as settings,
      v."method"::text as method, v."languages", s."places", s."openPlaces", s."waitDays", s."capacityAsOf",
      o."id" as "organisationId", o."reference" as "organisationReference", o."name" as "organisationName", o."typeCode",
      r."size"::text as size, coalesce(r."vcse", false) as vcse, coalesce(r."ledByLivedExperience", false) as led,
      v."id" as "versionId", v."number" as "versionNumber", c."id" as "rateCardId", c."version" as "rateCardVersion",
      (select json_agg(json_build_object('unit', lowest.unit, 'pence', lowest.pence::text) order by lowest.first)
        from (select l."unit" as unit, min(l."pence") as pence, min(l."number") as first from "RateLine" l
          where l."rateCardId" = c."id" and ${prices} group by l."unit") as lowest) as prices,
      (select json_agg(json_build_object('word', heard.word, 'where', heard.at) order by heard.number) from (
        select word, number, case
            when ts_filter(s."words", '{a}') @@ plainto_tsquery('english', word) then 'title'
            when to_tsvector('english', o."name") @@ plainto_tsquery('english', word) then 'name'
            when ts_filter(s."words", '{b}') @@ plainto_tsquery('english', word) then 'summary'
            when s."words" @@ plainto_tsquery('english', word) then 'description' end as at
        from unnest(${wantedWords(words)}::text[]) with ordinality as typed(word, number)) as heard
        where heard.at is not null) as found
    from unnest(${ids}::uuid[]) with ordinality as wanted(id, at)
    join "Service" s on s."id" = wanted.id
    join "ServiceVersion" v on v."id" = s."publishedId"
    join "Part" p on p."id" = s."partId"
    join "Organisation" o on o."id" = s."organisationId"
    left join "Provider" r on r."organisationId" = s."organisationId"
    left join "RateCard" c on c."serviceId" = s."id" and ${inForceSql}
    order by wanted.at`;
  return rows.map(({ organisationId, organisationReference, organisationName, found, prices: lowest, ...row }) => ({
    ...row,
    organisation: { id: organisationId, reference: organisationReference, name: organisationName },
    found: found ?? [],
    prices: prices ? (lowest ?? []).map(({ unit, pence }): UnitPrice => ({ unit, pence: BigInt(pence) })) : null,
  }));
}

/**
 * What every search must find, worked out slowly: each service on sale in one flat row, without any index, its words taken from
 * its texts again. Written from what a search promises, and from none of its code: not from the documents that it reads either.
 */
export const flat = `
  create unlogged table bench_truth as
  with shown as (
    select "organisationId", min("expiresOn") as until from (
      select distinct on ("organisationId", "conditionId") "organisationId", "expiresOn"
        from "ProfileAnswer" order by "organisationId", "conditionId", "version" desc
    ) as newest group by 1
  )
  select s."id", s."reference", s."openPlaces" as free, s."waitDays" as wait, p."categoryCode" as category, o."typeCode" as kind,
         v."title", lower(v."title") as titled, v."placeCodes" as places, v."needCodes" as needs, v."outcomeCodes" as outcomes,
         v."cohortCodes" as cohorts, v."sex"::text as sex, v."minAge" as youngest, v."maxAge" as oldest, v."settings"::text[] as settings,
         v."method"::text as method, v."languages" as languages, v."access" as access, r."size"::text as size,
         coalesce(r."vcse", false) as vcse, coalesce(r."ledByLivedExperience", false) as led,
         exists (select from "Consortium" c where c."organisationId" = o."id") as joint,
         shown.until,
         ('x' || left(md5(s."id"::text), 8))::bit(32)::bigint & 2147483647 as lot,
         setweight(to_tsvector('english', v."title"), 'A') || setweight(to_tsvector('english', o."name"), 'B')
           || setweight(to_tsvector('english', v."summary"), 'C') || setweight(to_tsvector('english', v."description"), 'D') as words
    from "Service" s
    join "ServiceVersion" v on v."id" = s."publishedId"
    join "Part" p on p."id" = s."partId"
    join "Organisation" o on o."id" = s."organisationId"
    left join "Provider" r on r."organisationId" = o."id"
    left join shown on shown."organisationId" = o."id"
   where s."state" = 'published' and exists (
     select 1 from "Membership" m
      where m."organisationId" = s."organisationId" and m."partId" = s."partId" and m."state" = 'active');
  analyze bench_truth`;

/**
 * The neutral order of a day, from what lib/search/order.ts promises: a finaliser of 32 bits salts and multiplies each lot. In
 * numbers of any length, so that nothing overflows.
 */
export const turning = `
  create or replace function bench_mixed(number bigint) returns bigint language plpgsql immutable as $$
  declare
    hash numeric := number & 4294967295;
  begin
    hash := hash::bigint # (hash::bigint >> 16);
    hash := (hash * 2246822507) % 4294967296;
    hash := hash::bigint # (hash::bigint >> 13);
    hash := (hash * 3266489909) % 4294967296;
    return (hash::bigint # (hash::bigint >> 16)) & 2147483647;
  end $$;
  create or replace function bench_turn(lot bigint, day date) returns bigint language plpgsql immutable as $$
  declare
    number bigint := day - '1970-01-01'::date;
  begin
    return mod((lot # bench_mixed(number))::numeric * (bench_mixed(number # 1540483477) | 1), 2147483648)::bigint;
  end $$`;

/** The lowest price of a service for a unit on a day, from the price lists themselves; \`?\` stands for the unit. */
export const priceOn = (day: string): string => `(
  select min(l."pence") from "RateCard" c join "RateLine" l on l."rateCardId" = c."id"
   where c."serviceId" = t.id and c."publishedAt" is not null and c."withdrawnAt" is null and l."unit" = ?::"RateUnit"
     and date '${day}' between c."validFrom" and coalesce(c."validTo", 'infinity'))`;

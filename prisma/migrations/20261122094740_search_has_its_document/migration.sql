-- The words of a service stand in its search document from now on.
drop trigger service_words on "Service";
drop trigger organisation_words on "Organisation";
drop trigger version_words on "ServiceVersion";
drop function service_words();
drop function organisation_words();
drop function version_words();
drop function found_by(uuid, uuid);

-- CreateEnum
CREATE TYPE "AlertPace" AS ENUM ('off', 'daily', 'weekly');

-- DropIndex
DROP INDEX "Service_words_idx";

-- AlterTable
ALTER TABLE "Service" DROP COLUMN "words";

-- AlterTable
ALTER TABLE "Shortlist" ADD COLUMN     "frozenAtGeneration" BIGINT,
ADD COLUMN     "startedAtGeneration" BIGINT;

-- CreateTable
CREATE TABLE "ShortlistShare" (
    "shortlistId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "sharedAt" TIMESTAMPTZ(3) NOT NULL,
    "sharedById" UUID NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ShortlistShare_pkey" PRIMARY KEY ("shortlistId","organisationId")
);

-- CreateTable
CREATE TABLE "SavedSearch" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "said" TEXT[],
    "pace" "AlertPace" NOT NULL DEFAULT 'daily',
    "feedNumber" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "askedAt" TIMESTAMPTZ(3),
    "toldAt" TIMESTAMPTZ(3),

    CONSTRAINT "SavedSearch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SavedSearchMatch" (
    "searchId" UUID NOT NULL,
    "serviceId" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),
    "toldAt" TIMESTAMPTZ(3),

    CONSTRAINT "SavedSearchMatch_pkey" PRIMARY KEY ("searchId","serviceId","since")
);

-- CreateTable
CREATE TABLE "SearchDocument" (
    "serviceId" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "organisationId" UUID NOT NULL,
    "titleKey" TEXT NOT NULL,
    "lot" INTEGER NOT NULL,
    "words" tsvector NOT NULL,
    "lexemes" TEXT NOT NULL,
    "spoken" TEXT[],
    "categoryCode" TEXT NOT NULL,
    "needCodes" TEXT[],
    "outcomeCodes" TEXT[],
    "cohortCodes" TEXT[],
    "placeCodes" TEXT[],
    "sex" TEXT NOT NULL,
    "minAge" INTEGER NOT NULL,
    "maxAge" INTEGER,
    "settings" TEXT[],
    "method" TEXT NOT NULL,
    "languages" TEXT[],
    "access" TEXT[],
    "typeCode" TEXT,
    "size" TEXT,
    "vcse" BOOLEAN NOT NULL,
    "led" BOOLEAN NOT NULL,
    "consortium" BOOLEAN NOT NULL,
    "evidenceUntil" DATE,
    "openPlaces" INTEGER NOT NULL,
    "waitDays" INTEGER NOT NULL,
    "card" TEXT NOT NULL,

    CONSTRAINT "SearchDocument_pkey" PRIMARY KEY ("serviceId")
);

-- CreateTable
CREATE TABLE "SearchPrice" (
    "serviceId" UUID NOT NULL,
    "rateCardId" UUID NOT NULL,
    "unit" "RateUnit" NOT NULL,
    "pence" BIGINT NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,

    CONSTRAINT "SearchPrice_pkey" PRIMARY KEY ("serviceId","rateCardId","unit")
);

-- CreateTable
CREATE TABLE "SearchState" (
    "id" INTEGER NOT NULL,
    "generation" BIGINT NOT NULL,

    CONSTRAINT "SearchState_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SearchChange" (
    "generation" BIGINT NOT NULL,
    "serviceId" UUID NOT NULL,

    CONSTRAINT "SearchChange_pkey" PRIMARY KEY ("generation","serviceId")
);

-- CreateTable
CREATE TABLE "SearchTouched" (
    "transaction" BIGINT NOT NULL,
    "serviceId" UUID NOT NULL,

    CONSTRAINT "SearchTouched_pkey" PRIMARY KEY ("transaction","serviceId")
);

-- CreateIndex
CREATE INDEX "ShortlistShare_organisationId_idx" ON "ShortlistShare"("organisationId");

-- CreateIndex
CREATE INDEX "SavedSearch_userId_organisationId_idx" ON "SavedSearch"("userId", "organisationId");

-- CreateIndex
CREATE INDEX "SavedSearch_pace_askedAt_idx" ON "SavedSearch"("pace", "askedAt");

-- CreateIndex
CREATE INDEX "SearchDocument_words_idx" ON "SearchDocument" USING GIN ("words");

-- CreateIndex
CREATE INDEX "SearchDocument_placeCodes_idx" ON "SearchDocument" USING GIN ("placeCodes");

-- CreateIndex
CREATE INDEX "SearchDocument_categoryCode_idx" ON "SearchDocument"("categoryCode");

-- CreateIndex
CREATE INDEX "SearchDocument_organisationId_idx" ON "SearchDocument"("organisationId");

-- CreateIndex
CREATE INDEX "SearchPrice_unit_pence_idx" ON "SearchPrice"("unit", "pence");

-- AddForeignKey
ALTER TABLE "ShortlistShare" ADD CONSTRAINT "ShortlistShare_shortlistId_fkey" FOREIGN KEY ("shortlistId") REFERENCES "Shortlist"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShortlistShare" ADD CONSTRAINT "ShortlistShare_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedSearch" ADD CONSTRAINT "SavedSearch_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedSearch" ADD CONSTRAINT "SavedSearch_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedSearchMatch" ADD CONSTRAINT "SavedSearchMatch_searchId_fkey" FOREIGN KEY ("searchId") REFERENCES "SavedSearch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedSearchMatch" ADD CONSTRAINT "SavedSearchMatch_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What follows is how the search learns of what can be bought. A change of anything that a search shows or asks by
-- notes the services that it touches. At commit they get their documents anew, all under one number, the generation.
--
-- The row of "SearchState" is locked last of all and only for the moment of the commit, so that numbers stand in the
-- order of the commits: whoever has seen a number has seen everything below it. To announce a change takes such a turn anyway
-- (NOTIFY holds a lock of the whole database until its commit is done). No foreign keys: to check one would lock rows that
-- others hold while they wait for their turn.

insert into "SearchState" ("id", "generation") values (1, 1);
alter table "SearchState" add constraint "one_row" check ("id" = 1);

create function search_lot(service uuid) returns int language sql immutable as $$
  select (('x' || substr(md5(service::text), 1, 8))::bit(32)::bigint & 2147483647)::int
$$;

-- The documents of these services as they stand now; of those that cannot be bought there are none.
create function write_search_documents(ids uuid[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from "SearchPrice" where "serviceId" = any(ids);
  delete from "SearchDocument" where "serviceId" = any(ids);

  insert into "SearchPrice" ("serviceId", "rateCardId", "unit", "pence", "validFrom", "validTo")
  select c."serviceId", c."id", l."unit", min(l."pence"), c."validFrom", c."validTo"
  from "RateCard" c join "RateLine" l on l."rateCardId" = c."id"
  join "Service" s on s."id" = c."serviceId"
  join "Membership" m on m."id" = s."membershipId"
  where c."serviceId" = any(ids) and c."publishedAt" is not null and c."withdrawnAt" is null
    and s."state" = 'published' and s."publishedId" is not null and m."state" = 'active'
  group by c."id", l."unit";

  insert into "SearchDocument" ("serviceId", "reference", "organisationId", "titleKey", "lot", "words", "lexemes", "spoken",
    "categoryCode", "needCodes", "outcomeCodes", "cohortCodes", "placeCodes", "sex", "minAge", "maxAge", "settings", "method",
    "languages", "access", "typeCode", "size", "vcse", "led", "consortium", "evidenceUntil", "openPlaces", "waitDays", "card")
  select s."id", s."reference", o."id", lower(v."title"), search_lot(s."id"), said.words,
    array_to_string(tsvector_to_array(ts_filter(said.words, '{a}')), ' ') || E'\n'
      || array_to_string(tsvector_to_array(ts_filter(said.words, '{b}')), ' ') || E'\n'
      || array_to_string(tsvector_to_array(ts_filter(said.words, '{c}')), ' ') || E'\n'
      || array_to_string(tsvector_to_array(ts_filter(said.words, '{d}')), ' '),
    array(select word from unnest(tsvector_to_array(to_tsvector('simple', v."title" || ' ' || o."name" || ' ' || v."summary"))) as word
      where word ~ '^[[:alpha:]]{3,40}$'),
    p."categoryCode", has.needs, has.outcomes, has.cohorts, has.places, v."sex", v."minAge", v."maxAge", has.settings,
    v."method", has.languages, has.access, o."typeCode", r."size", coalesce(r."vcse", false),
    coalesce(r."ledByLivedExperience", false), has.consortium, has.until, s."openPlaces", s."waitDays",
    jsonb_build_object('id', s."id", 'reference', s."reference", 'title', v."title", 'summary', v."summary",
      'organisation', jsonb_build_object('id', o."id", 'reference', o."reference", 'name', o."name"),
      'categoryCode', p."categoryCode", 'needCodes', has.needs, 'outcomeCodes', has.outcomes, 'cohortCodes', has.cohorts,
      'placeCodes', v."placeCodes", 'sex', v."sex", 'minAge', v."minAge", 'maxAge', v."maxAge", 'settings', v."settings",
      'method', v."method", 'languages', v."languages", 'access', v."access", 'places', s."places", 'openPlaces', s."openPlaces",
      'waitDays', s."waitDays", 'capacityAsOf', to_char(s."capacityAsOf" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'typeCode', o."typeCode", 'size', r."size", 'vcse', coalesce(r."vcse", false),
      'led', coalesce(r."ledByLivedExperience", false), 'consortium', has.consortium, 'evidenceUntil', has.until,
      'versionId', v."id", 'versionNumber', v."number",
      'prices', coalesce((
        select jsonb_agg(jsonb_build_object('rateCardId', c."id", 'version', c."version", 'unit', priced."unit",
          'pence', priced."pence"::text, 'from', c."validFrom", 'to', c."validTo")
          order by c."validFrom", c."id", (select min(l."number") from "RateLine" l where l."rateCardId" = c."id" and l."unit" = priced."unit"))
        from "SearchPrice" priced join "RateCard" c on c."id" = priced."rateCardId" where priced."serviceId" = s."id"
      ), '[]'))::text
  from "Service" s
  join "Membership" m on m."id" = s."membershipId"
  join "ServiceVersion" v on v."id" = s."publishedId"
  join "Part" p on p."id" = s."partId"
  join "Organisation" o on o."id" = s."organisationId"
  left join "Provider" r on r."organisationId" = o."id"
  cross join lateral (select
    setweight(to_tsvector('english', v."title"), 'A') || setweight(to_tsvector('english', o."name"), 'B')
      || setweight(to_tsvector('english', v."summary"), 'C') || setweight(to_tsvector('english', v."description"), 'D') as words
  ) as said
  cross join lateral (select
    array(select distinct unnest(v."needCodes")) as needs,
    array(select distinct unnest(v."outcomeCodes")) as outcomes,
    array(select distinct unnest(v."cohortCodes")) as cohorts,
    array(select distinct unnest(v."placeCodes")) as places,
    array(select distinct unnest(v."settings")::text) as settings,
    array(select distinct unnest(v."languages")) as languages,
    array(select distinct unnest(v."access")) as access,
    exists (select from "Consortium" k where k."organisationId" = o."id") as consortium,
    (select min(a."expiresOn") from "ProfileAnswer" a where a."organisationId" = o."id" and a."expiresOn" is not null
      and not exists (select from "ProfileAnswer" n where n."organisationId" = a."organisationId"
        and n."conditionId" = a."conditionId" and n."version" > a."version")) as until
  ) as has
  where s."id" = any(ids) and s."state" = 'published' and m."state" = 'active';
end $$;

-- Once for all that a transaction touched, when it commits.
create function settle_search() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  ids uuid[];
  now_at bigint;
begin
  if not exists (select from "SearchTouched" where "transaction" = new."transaction") then
    return null;
  end if;
  update "SearchState" set "generation" = "generation" + 1 returning "generation" into now_at;
  with gone as (delete from "SearchTouched" where "transaction" = new."transaction" returning "serviceId")
  select array_agg("serviceId") into ids from gone;
  perform write_search_documents(ids);
  insert into "SearchChange" ("generation", "serviceId") select now_at, unnest(ids);
  perform pg_notify('throughcare_search', now_at::text);
  return null;
end $$;
create constraint trigger settle_search after insert on "SearchTouched" deferrable initially deferred for each row execute function settle_search();

create function touch_search(ids uuid[]) returns void language sql security definer set search_path = public, pg_temp as $$
  insert into "SearchTouched" ("transaction", "serviceId")
  select distinct pg_current_xact_id()::text::bigint, touched from unnest(ids) as touched on conflict do nothing
$$;

create function service_touches_search() returns trigger language plpgsql as $$
begin
  if (tg_op <> 'INSERT' and old."state" = 'published') or (tg_op <> 'DELETE' and new."state" = 'published') then
    perform touch_search(array[case when tg_op = 'DELETE' then old."id" else new."id" end]);
  end if;
  return null;
end $$;
create trigger touches_search after insert or delete on "Service" for each row execute function service_touches_search();
create trigger touches_search_changed after update on "Service" for each row when (
  (old."state", old."publishedId", old."membershipId", old."organisationId", old."partId", old."reference", old."places", old."openPlaces", old."waitDays", old."capacityAsOf")
  is distinct from
  (new."state", new."publishedId", new."membershipId", new."organisationId", new."partId", new."reference", new."places", new."openPlaces", new."waitDays", new."capacityAsOf")
) execute function service_touches_search();

create function membership_touches_search() returns trigger language plpgsql as $$
begin
  perform touch_search(array(select "id" from "Service" where "membershipId" = new."id" and "state" = 'published'));
  return null;
end $$;
create trigger touches_search after update on "Membership" for each row when (old."state" is distinct from new."state") execute function membership_touches_search();

-- The column that names the organisation is the trigger's argument.
create function organisation_touches_search() returns trigger language plpgsql as $$
begin
  perform touch_search(array(select "id" from "Service" where "organisationId" = (to_jsonb(new) ->> tg_argv[0])::uuid and "state" = 'published'));
  return null;
end $$;
create trigger touches_search after update on "Organisation" for each row
  when ((old."name", old."typeCode", old."reference") is distinct from (new."name", new."typeCode", new."reference"))
  execute function organisation_touches_search('id');
create trigger touches_search after insert on "Provider" for each row execute function organisation_touches_search('organisationId');
create trigger touches_search_changed after update on "Provider" for each row
  when ((old."size", old."vcse", old."ledByLivedExperience") is distinct from (new."size", new."vcse", new."ledByLivedExperience"))
  execute function organisation_touches_search('organisationId');
create trigger touches_search after insert on "ProfileAnswer" for each row execute function organisation_touches_search('organisationId');
create trigger touches_search after insert on "Consortium" for each row execute function organisation_touches_search('organisationId');

create function version_touches_search() returns trigger language plpgsql as $$
begin
  perform touch_search(array(select "id" from "Service" where "publishedId" = new."id" and "state" = 'published'));
  return null;
end $$;
create trigger touches_search after update on "ServiceVersion" for each row when (old is distinct from new) execute function version_touches_search();

create function card_touches_search() returns trigger language plpgsql as $$
begin
  perform touch_search(array(select "id" from "Service" where "id" = new."serviceId" and "state" = 'published'));
  return null;
end $$;
create trigger touches_search after insert or update on "RateCard" for each row
  when (new."publishedAt" is not null) execute function card_touches_search();

-- Long ago is nobody's to catch up with: whoever is that far behind reads everything again.
create function forget_search_changes(keep bigint) returns bigint language sql security definer set search_path = public, pg_temp as $$
  with gone as (delete from "SearchChange" where "generation" <= (select "generation" - keep from "SearchState") returning 1)
  select count(*) from gone
$$;

select write_search_documents(array(select "id" from "Service" where "state" = 'published'));

-- Two transactions can touch the same service without meeting in a row: a membership is suspended while its service is
-- published, an organisation takes a new name while a service of it is resumed. Each saw the other's service as it was before. So
-- what a change touches is looked up when it commits, where whoever committed before is seen: "SearchTouched" remembers a service,
-- or the membership or organisation whose services are meant. No two of these have the same id.

create or replace function settle_search() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  touched uuid[];
  ids uuid[];
  now_at bigint;
begin
  if not exists (select from "SearchTouched" where "transaction" = new."transaction") then
    return null;
  end if;
  -- The turn of this commit. Every statement after it sees all commits before.
  perform from "SearchState" for update;
  with gone as (delete from "SearchTouched" where "transaction" = new."transaction" returning "serviceId")
  select array_agg("serviceId") into touched from gone;
  -- What could be found before, or can be found now. Where there is none of either, nothing has changed.
  select array_agg(theirs."id") into ids from (
    select "id" from "Service" where "id" = any(touched)
    union select "id" from "Service" where "membershipId" = any(touched)
    union select "id" from "Service" where "organisationId" = any(touched)
    union select "serviceId" from "SearchDocument" where "serviceId" = any(touched)
  ) as theirs
  where exists (select from "SearchDocument" d where d."serviceId" = theirs."id")
    or exists (
      select from "Service" s join "Membership" m on m."id" = s."membershipId"
      where s."id" = theirs."id" and s."state" = 'published' and s."publishedId" is not null and m."state" = 'active'
    );
  if ids is null then
    return null;
  end if;
  update "SearchState" set "generation" = "generation" + 1 returning "generation" into now_at;
  perform write_search_documents(ids);
  insert into "SearchChange" ("generation", "serviceId") select now_at, unnest(ids);
  perform pg_notify('throughcare_search', now_at::text);
  return null;
end $$;

create or replace function membership_touches_search() returns trigger language plpgsql as $$
begin
  perform touch_search(array[new."id"]);
  return null;
end $$;

create or replace function organisation_touches_search() returns trigger language plpgsql as $$
begin
  perform touch_search(array[(to_jsonb(new) ->> tg_argv[0])::uuid]);
  return null;
end $$;

create or replace function version_touches_search() returns trigger language plpgsql as $$
begin
  -- A version that was never sent is nobody's to find, and is written at every step of a form.
  if new."submittedAt" is not null or exists (select from "Service" where "publishedId" = new."id") then
    perform touch_search(array[new."serviceId"]);
  end if;
  return null;
end $$;

create or replace function card_touches_search() returns trigger language plpgsql as $$
begin
  perform touch_search(array[new."serviceId"]);
  return null;
end $$;

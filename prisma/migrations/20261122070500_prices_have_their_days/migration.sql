-- Prices hold on stated days: one list a day, without overlap; a list that has not begun may be withdrawn.
create extension if not exists btree_gist;

alter table "RateCard" add column "saidTo" date;
alter table "RateCard" add column "withdrawnAt" timestamptz(3);
alter table "RateCard" add column "withdrawnById" uuid;

-- A list that was replaced on the day that it began never held a whole day.
with later as (
  select c."id", c."validFrom",
    lead(c."validFrom") over (partition by c."serviceId" order by c."version") as "next",
    lead(c."publishedAt") over (partition by c."serviceId" order by c."version") as "nextAt"
  from "RateCard" c where c."publishedAt" is not null
)
update "RateCard" c set "validTo" = l."next" - 1
  from later l where l."id" = c."id" and l."next" > c."validFrom";

create or replace function fixed_card() returns trigger language plpgsql as $$
begin
  if old."publishedAt" is not null
    and (to_jsonb(new) - '{validTo,withdrawnAt,withdrawnById}'::text[]) is distinct from (to_jsonb(old) - '{validTo,withdrawnAt,withdrawnById}'::text[])
  then
    raise exception 'a published rate card can no longer change' using errcode = '23514';
  end if;
  if old."withdrawnAt" is not null and to_jsonb(new) is distinct from to_jsonb(old) then
    raise exception 'a withdrawn rate card can no longer change' using errcode = '23514';
  end if;
  return new;
end $$;

with later as (
  select c."id", c."validFrom",
    lead(c."validFrom") over (partition by c."serviceId" order by c."version") as "next",
    lead(c."publishedAt") over (partition by c."serviceId" order by c."version") as "nextAt"
  from "RateCard" c where c."publishedAt" is not null
)
update "RateCard" c set "withdrawnAt" = l."nextAt"
  from later l where l."id" = c."id" and l."next" <= c."validFrom";

alter table "RateCard" add constraint "one_list_a_day"
  exclude using gist ("serviceId" with =, daterange("validFrom", "validTo", '[]') with &&)
  where ("publishedAt" is not null and "withdrawnAt" is null);

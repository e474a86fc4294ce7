-- A body's approval of an award stands on money: its whole share is set aside in its own budgets, whoever writes. Judged at commit.
create function an_approval_has_its_money() returns trigger language plpgsql as $$
begin
  if exists (select 1 from "CallOffFunder" where "id" = new."id" and "state" = 'approved')
    and (select coalesce(sum("awardPence"), 0) from "LotShare" where "funderId" = new."id")
      <> (select coalesce(sum(m."pence"), 0) from "Commitment" m join "Budget" b on b."id" = m."budgetId"
          where m."callOffId" = new."callOffId" and m."releasedAt" is null and b."organisationId" = new."organisationId") then
    raise exception 'what was approved is not set aside whole' using errcode = '23514';
  end if;
  return null;
end $$;
create constraint trigger an_approval_has_its_money after update of "state" on "CallOffFunder"
  deferrable initially deferred for each row when (new."state" = 'approved') execute function an_approval_has_its_money();

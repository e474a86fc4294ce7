-- An award that is reconsidered is told again: each time is a summary of its own, and the first stays as it was.
alter table "AssessmentSummary" add column "version" integer not null default 1;
alter table "AssessmentSummary" drop constraint "AssessmentSummary_pkey";
alter table "AssessmentSummary" add constraint "AssessmentSummary_pkey" primary key ("tenderId", "version");

-- What a tenderer was when tenders were opened, for bid statistics that do not change when a charity grows.
alter table "Tender" add column "openedVcse" boolean;
alter table "Tender" add column "openedSize" "ProviderSize";
create function as_at_opening() returns trigger language plpgsql as $$
begin
  if new."state" = 'opened' and old."state" = 'submitted' then
    select p."vcse", p."size" into new."openedVcse", new."openedSize" from "Provider" p where p."organisationId" = new."organisationId";
  end if;
  return new;
end $$;
create trigger as_at_opening before update of "state" on "Tender" for each row execute function as_at_opening();

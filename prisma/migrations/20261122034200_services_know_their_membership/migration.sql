-- AlterTable
ALTER TABLE "Service" ADD COLUMN     "membershipId" UUID;

-- CreateIndex
CREATE INDEX "Service_membershipId_state_idx" ON "Service"("membershipId", "state");

-- AddForeignKey
ALTER TABLE "Service" ADD CONSTRAINT "Service_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A service stands under its organisation's membership of its part, whichever of the two is written first.
create function stands_under() returns trigger language plpgsql as $$
begin
  new."membershipId" := (select "id" from "Membership" where "organisationId" = new."organisationId" and "partId" = new."partId");
  return new;
end $$;
create trigger stands_under before insert or update of "organisationId", "partId", "state" on "Service" for each row execute function stands_under();

create function takes_in() returns trigger language plpgsql as $$
begin
  update "Service" set "membershipId" = new."id" where "organisationId" = new."organisationId" and "partId" = new."partId";
  return null;
end $$;
create trigger takes_in after insert on "Membership" for each row execute function takes_in();

update "Service" set "membershipId" = "Membership"."id" from "Membership"
  where "Membership"."organisationId" = "Service"."organisationId" and "Membership"."partId" = "Service"."partId";

-- Whoever was removed may apply again, and must be admitted if it meets the conditions.
insert into "AllowedMove" ("subject", "from", "to") values ('membership', 'removed', 'active');

-- AlterTable
ALTER TABLE "Service" ADD COLUMN     "words" tsvector;

-- CreateIndex
CREATE INDEX "Service_words_idx" ON "Service" USING GIN ("words");

-- The words that a service is found by: those of what is published, and the name of whoever offers it.
-- On the service and not on its version, because an approved version never changes, and an organisation's name may.
create function found_by(version uuid, organisation uuid) returns tsvector language sql stable as $$
  select setweight(to_tsvector('english', v."title"), 'A')
    || setweight(to_tsvector('english', o."name" || ' ' || v."summary"), 'B')
    || setweight(to_tsvector('english', v."description"), 'C')
  from "ServiceVersion" v, "Organisation" o where v."id" = version and o."id" = organisation
$$;

create function service_words() returns trigger language plpgsql as $$
begin
  new."words" := found_by(new."publishedId", new."organisationId");
  return new;
end $$;
create trigger service_words before insert or update of "publishedId", "organisationId" on "Service" for each row execute function service_words();

create function organisation_words() returns trigger language plpgsql as $$
begin
  update "Service" set "words" = found_by("publishedId", "organisationId") where "organisationId" = new."id" and "publishedId" is not null;
  return null;
end $$;
create trigger organisation_words after update of "name" on "Organisation" for each row when (old."name" is distinct from new."name") execute function organisation_words();

create function version_words() returns trigger language plpgsql as $$
begin
  update "Service" set "words" = found_by("publishedId", "organisationId") where "publishedId" = new."id";
  return null;
end $$;
create trigger version_words after update of "title", "summary", "description" on "ServiceVersion" for each row execute function version_words();

update "Service" set "words" = found_by("publishedId", "organisationId") where "publishedId" is not null;

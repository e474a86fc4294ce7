-- CreateEnum
CREATE TYPE "ConsortiumState" AS ENUM ('forming', 'formed', 'dissolved', 'withdrawn');

-- CreateEnum
CREATE TYPE "PartnerState" AS ENUM ('invited', 'agreed', 'declined', 'left');

-- CreateEnum
CREATE TYPE "EvidenceKind" AS ENUM ('governingDocument', 'accounts', 'budget', 'insurance', 'policy', 'registration', 'accreditation', 'reference', 'other');

-- CreateEnum
CREATE TYPE "EvidenceReaders" AS ENUM ('stewards', 'buyers');

-- CreateEnum
CREATE TYPE "ScanState" AS ENUM ('waiting', 'notScanned', 'clean', 'infected', 'failed');

-- CreateEnum
CREATE TYPE "JoinRequestState" AS ENUM ('waiting', 'approved', 'refused', 'withdrawn');

-- CreateEnum
CREATE TYPE "ConnectedAs" AS ENUM ('director', 'trustee', 'significantControl', 'predecessor', 'parent', 'other');

-- CreateEnum
CREATE TYPE "GroundAbout" AS ENUM ('organisation', 'connectedPerson', 'associated');

-- CreateEnum
CREATE TYPE "ExclusionStrength" AS ENUM ('mandatory', 'discretionary');

-- DropIndex
DROP INDEX "Part_registerId_categoryCode_key";

-- AlterTable
ALTER TABLE "Application" ADD COLUMN     "band" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "proposedAt" TIMESTAMPTZ(3),
ADD COLUMN     "proposedById" UUID;

-- AlterTable
ALTER TABLE "ApplicationPart" ADD COLUMN     "reasonCodes" TEXT[];

-- AlterTable
ALTER TABLE "Condition" ADD COLUMN     "bandFrom" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "code" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "evidenceKind" "EvidenceKind",
ADD COLUMN     "partNumbers" INTEGER[],
ADD COLUMN     "validMonths" INTEGER;

-- AlterTable
ALTER TABLE "GroundAnswer" ADD COLUMN     "about" "GroundAbout" NOT NULL DEFAULT 'organisation',
ADD COLUMN     "happenedOn" DATE,
ADD COLUMN     "putRightOn" DATE;

-- AlterTable
ALTER TABLE "Membership" ADD COLUMN     "band" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "reviewedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Organisation" ADD COLUMN     "nameNote" TEXT,
ADD COLUMN     "edit" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Part" ADD COLUMN     "cohortCode" TEXT,
ADD COLUMN     "description" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Provider" ADD COLUMN     "connectionsAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Register" ADD COLUMN     "conflictsAssessment" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "decideWithin" INTEGER NOT NULL DEFAULT 20,
ADD COLUMN     "description" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "edit" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "editedById" UUID,
ADD COLUMN     "graceDays" INTEGER NOT NULL DEFAULT 30,
ADD COLUMN     "secondFromBand" INTEGER,
ADD COLUMN     "usedBy" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "Consortium" (
    "organisationId" UUID NOT NULL,
    "state" "ConsortiumState" NOT NULL DEFAULT 'forming',
    "leadId" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "formedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "Consortium_pkey" PRIMARY KEY ("organisationId")
);

-- CreateTable
CREATE TABLE "ConsortiumPartner" (
    "id" UUID NOT NULL,
    "consortiumId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "state" "PartnerState" NOT NULL DEFAULT 'invited',
    "shareBp" INTEGER NOT NULL,
    "does" TEXT NOT NULL DEFAULT '',
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "ConsortiumPartner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "seriesId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "kind" "EvidenceKind" NOT NULL,
    "title" TEXT NOT NULL,
    "expiresOn" DATE,
    "readers" "EvidenceReaders" NOT NULL DEFAULT 'stewards',
    "fileName" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storageKey" TEXT NOT NULL,
    "scan" "ScanState" NOT NULL DEFAULT 'waiting',
    "scannedAt" TIMESTAMPTZ(3),
    "addedById" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AnswerEvidence" (
    "profileAnswerId" UUID NOT NULL,
    "evidenceId" UUID NOT NULL,

    CONSTRAINT "AnswerEvidence_pkey" PRIMARY KEY ("profileAnswerId","evidenceId")
);

-- CreateTable
CREATE TABLE "Reminder" (
    "subject" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "days" INTEGER NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Reminder_pkey" PRIMARY KEY ("subject","subjectId","days")
);

-- CreateTable
CREATE TABLE "ProfileSnapshot" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "organisationId" UUID NOT NULL,
    "takenAt" TIMESTAMPTZ(3) NOT NULL,
    "takenById" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "fingerprint" TEXT NOT NULL,

    CONSTRAINT "ProfileSnapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SnapshotShare" (
    "snapshotId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "sharedAt" TIMESTAMPTZ(3) NOT NULL,
    "sharedById" UUID NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SnapshotShare_pkey" PRIMARY KEY ("snapshotId","organisationId")
);

-- CreateTable
CREATE TABLE "JoinRequest" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "state" "JoinRequestState" NOT NULL DEFAULT 'waiting',
    "message" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "JoinRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ListedOrganisation" (
    "scheme" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "isActive" BOOLEAN NOT NULL,
    "registeredOn" DATE,
    "removedOn" DATE,
    "address" TEXT NOT NULL DEFAULT '',
    "postcode" TEXT NOT NULL DEFAULT '',
    "website" TEXT NOT NULL DEFAULT '',
    "email" TEXT NOT NULL DEFAULT '',
    "activities" TEXT NOT NULL DEFAULT '',
    "incomePence" BIGINT,
    "incomeYear" INTEGER,
    "loadId" UUID NOT NULL,

    CONSTRAINT "ListedOrganisation_pkey" PRIMARY KEY ("scheme","value")
);

-- CreateTable
CREATE TABLE "OrganisationLoad" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "lines" INTEGER NOT NULL DEFAULT 0,
    "loaded" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "position" BIGINT NOT NULL DEFAULT 0,
    "isFiction" BOOLEAN NOT NULL DEFAULT false,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OrganisationLoad_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConnectedPerson" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "isBody" BOOLEAN NOT NULL DEFAULT false,
    "connectedAs" "ConnectedAs" NOT NULL,
    "detail" TEXT NOT NULL DEFAULT '',
    "since" DATE,
    "addedById" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedById" UUID,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ConnectedPerson_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AssociatedOrganisation" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "scheme" TEXT,
    "value" TEXT,
    "reliedOnFor" TEXT NOT NULL,
    "addedById" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedById" UUID,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AssociatedOrganisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Postcode" (
    "postcode" TEXT NOT NULL,
    "placeCode" TEXT NOT NULL,

    CONSTRAINT "Postcode_pkey" PRIMARY KEY ("postcode")
);

-- CreateTable
CREATE TABLE "PostcodeLoad" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "loaded" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PostcodeLoad_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "number" SERIAL NOT NULL,
    "kindCode" TEXT NOT NULL,
    "registerId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedById" UUID,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoticeMember" (
    "noticeId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "partId" UUID NOT NULL,
    "joined" BOOLEAN NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "sme" BOOLEAN NOT NULL,
    "vcse" BOOLEAN NOT NULL,

    CONSTRAINT "NoticeMember_pkey" PRIMARY KEY ("noticeId","organisationId","partId")
);

-- CreateTable
CREATE TABLE "ValueBand" (
    "registerId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "upToPence" BIGINT,

    CONSTRAINT "ValueBand_pkey" PRIMARY KEY ("registerId","number")
);

-- CreateTable
CREATE TABLE "GroundFinding" (
    "applicationId" UUID NOT NULL,
    "groundCode" TEXT NOT NULL,
    "applies" BOOLEAN NOT NULL,
    "selfCleaned" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT NOT NULL,
    "foundById" UUID NOT NULL,
    "foundAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GroundFinding_pkey" PRIMARY KEY ("applicationId","groundCode")
);

-- CreateTable
CREATE TABLE "ApplicationNote" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "writtenById" UUID NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ApplicationNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DebarmentCheck" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "checkedOn" DATE NOT NULL,
    "listed" BOOLEAN NOT NULL,
    "ground" "ExclusionStrength",
    "entry" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "checkedById" UUID NOT NULL,
    "checkedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DebarmentCheck_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExclusionReport" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "applicationId" UUID,
    "membershipId" UUID,
    "why" TEXT NOT NULL,
    "arisenAt" TIMESTAMPTZ(3) NOT NULL,
    "dueOn" DATE NOT NULL,
    "sentOn" DATE,
    "sentById" UUID,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "ExclusionReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Representation" (
    "id" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "madeById" UUID NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Representation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AreaUplift" (
    "rateCardId" UUID NOT NULL,
    "placeCode" TEXT NOT NULL,
    "upliftBp" INTEGER NOT NULL,

    CONSTRAINT "AreaUplift_pkey" PRIMARY KEY ("rateCardId","placeCode")
);

-- CreateTable
CREATE TABLE "CostWorking" (
    "serviceId" UUID NOT NULL,
    "unit" "RateUnit" NOT NULL,
    "inputs" JSONB NOT NULL,
    "suggestedPence" BIGINT NOT NULL,
    "edit" INTEGER NOT NULL DEFAULT 1,
    "editedById" UUID NOT NULL,
    "editedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CostWorking_pkey" PRIMARY KEY ("serviceId")
);

-- CreateIndex
CREATE INDEX "ConsortiumPartner_organisationId_idx" ON "ConsortiumPartner"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "ConsortiumPartner_consortiumId_organisationId_key" ON "ConsortiumPartner"("consortiumId", "organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Evidence_storageKey_key" ON "Evidence"("storageKey");

-- CreateIndex
CREATE INDEX "Evidence_organisationId_idx" ON "Evidence"("organisationId");

-- CreateIndex
CREATE INDEX "Evidence_expiresOn_idx" ON "Evidence"("expiresOn");

-- CreateIndex
CREATE UNIQUE INDEX "Evidence_seriesId_version_key" ON "Evidence"("seriesId", "version");

-- CreateIndex
CREATE INDEX "AnswerEvidence_evidenceId_idx" ON "AnswerEvidence"("evidenceId");

-- CreateIndex
CREATE UNIQUE INDEX "ProfileSnapshot_reference_key" ON "ProfileSnapshot"("reference");

-- CreateIndex
CREATE INDEX "SnapshotShare_organisationId_idx" ON "SnapshotShare"("organisationId");

-- CreateIndex
CREATE INDEX "JoinRequest_organisationId_state_idx" ON "JoinRequest"("organisationId", "state");

-- CreateIndex
CREATE INDEX "JoinRequest_userId_idx" ON "JoinRequest"("userId");

-- CreateIndex
CREATE INDEX "ListedOrganisation_loadId_idx" ON "ListedOrganisation"("loadId");

-- CreateIndex
CREATE INDEX "ConnectedPerson_organisationId_idx" ON "ConnectedPerson"("organisationId");

-- CreateIndex
CREATE INDEX "AssociatedOrganisation_organisationId_idx" ON "AssociatedOrganisation"("organisationId");

-- CreateIndex
CREATE INDEX "Postcode_placeCode_idx" ON "Postcode"("placeCode");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_reference_key" ON "Notice"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_number_key" ON "Notice"("number");

-- CreateIndex
CREATE INDEX "Notice_registerId_number_idx" ON "Notice"("registerId", "number");

-- CreateIndex
CREATE INDEX "NoticeMember_organisationId_idx" ON "NoticeMember"("organisationId");

-- CreateIndex
CREATE INDEX "ApplicationNote_applicationId_idx" ON "ApplicationNote"("applicationId");

-- CreateIndex
CREATE INDEX "DebarmentCheck_organisationId_checkedAt_idx" ON "DebarmentCheck"("organisationId", "checkedAt");

-- CreateIndex
CREATE INDEX "ExclusionReport_sentOn_dueOn_idx" ON "ExclusionReport"("sentOn", "dueOn");

-- CreateIndex
CREATE INDEX "Representation_membershipId_idx" ON "Representation"("membershipId");

-- AddForeignKey
ALTER TABLE "Consortium" ADD CONSTRAINT "Consortium_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConsortiumPartner" ADD CONSTRAINT "ConsortiumPartner_consortiumId_fkey" FOREIGN KEY ("consortiumId") REFERENCES "Consortium"("organisationId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConsortiumPartner" ADD CONSTRAINT "ConsortiumPartner_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnswerEvidence" ADD CONSTRAINT "AnswerEvidence_profileAnswerId_fkey" FOREIGN KEY ("profileAnswerId") REFERENCES "ProfileAnswer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnswerEvidence" ADD CONSTRAINT "AnswerEvidence_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProfileSnapshot" ADD CONSTRAINT "ProfileSnapshot_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SnapshotShare" ADD CONSTRAINT "SnapshotShare_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "ProfileSnapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SnapshotShare" ADD CONSTRAINT "SnapshotShare_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JoinRequest" ADD CONSTRAINT "JoinRequest_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JoinRequest" ADD CONSTRAINT "JoinRequest_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConnectedPerson" ADD CONSTRAINT "ConnectedPerson_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssociatedOrganisation" ADD CONSTRAINT "AssociatedOrganisation_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_registerId_fkey" FOREIGN KEY ("registerId") REFERENCES "Register"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticeMember" ADD CONSTRAINT "NoticeMember_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "Notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticeMember" ADD CONSTRAINT "NoticeMember_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticeMember" ADD CONSTRAINT "NoticeMember_partId_fkey" FOREIGN KEY ("partId") REFERENCES "Part"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ValueBand" ADD CONSTRAINT "ValueBand_registerId_fkey" FOREIGN KEY ("registerId") REFERENCES "Register"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroundFinding" ADD CONSTRAINT "GroundFinding_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationNote" ADD CONSTRAINT "ApplicationNote_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DebarmentCheck" ADD CONSTRAINT "DebarmentCheck_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExclusionReport" ADD CONSTRAINT "ExclusionReport_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Representation" ADD CONSTRAINT "Representation_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AreaUplift" ADD CONSTRAINT "AreaUplift_rateCardId_fkey" FOREIGN KEY ("rateCardId") REFERENCES "RateCard"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CostWorking" ADD CONSTRAINT "CostWorking_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the database holds true by itself, whoever writes.

insert into "AllowedMove" ("subject", "from", "to") values
  ('application', 'inReview', 'seconding'), ('application', 'seconding', 'decided'),
  ('application', 'seconding', 'inReview'), ('application', 'seconding', 'withdrawn'),
  ('membership', 'active', 'left'), ('membership', 'suspended', 'left'), ('membership', 'lapsed', 'left'),
  ('membership', 'removalProposed', 'left'), ('membership', 'left', 'active'),
  ('membership', 'active', 'removed'), ('membership', 'suspended', 'removed'), ('membership', 'lapsed', 'removed'),
  ('joinRequest', 'waiting', 'approved'), ('joinRequest', 'waiting', 'refused'), ('joinRequest', 'waiting', 'withdrawn'),
  ('consortium', 'forming', 'formed'), ('consortium', 'forming', 'withdrawn'), ('consortium', 'formed', 'dissolved'),
  ('partner', 'invited', 'agreed'), ('partner', 'invited', 'declined'), ('partner', 'agreed', 'left'), ('partner', 'declined', 'invited'), ('partner', 'left', 'invited');

create trigger allowed_move before update of "state" on "JoinRequest" for each row execute function allowed_move('joinRequest');
create trigger allowed_move before update of "state" on "Consortium" for each row execute function allowed_move('consortium');
create trigger allowed_move before update of "state" on "ConsortiumPartner" for each row execute function allowed_move('partner');

-- History is only added to.
create trigger only_added before update or delete or truncate on "ApplicationNote" for each statement execute function only_added();
create trigger only_added before update or delete or truncate on "DebarmentCheck" for each statement execute function only_added();
create trigger only_added before update or delete or truncate on "Representation" for each statement execute function only_added();
create trigger only_added before update or delete or truncate on "AnswerEvidence" for each statement execute function only_added();
create trigger only_added before update or delete or truncate on "Notice" for each statement execute function only_added();
create trigger only_added before update or delete or truncate on "NoticeMember" for each statement execute function only_added();
create trigger only_added before update or delete or truncate on "ProfileSnapshot" for each statement execute function only_added();

-- The register.
drop index "Application_one_open";
create unique index "Application_one_open" on "Application"
  ((case when "state" in ('draft', 'submitted', 'inReview', 'clarifying', 'seconding') then "organisationId" end));
create unique index "Part_one_for_each_need" on "Part" ("registerId", "categoryCode", (coalesce("cohortCode", '')));
create index "Organisation_name_like" on "Organisation" using gin (lower("name") gin_trgm_ops);
alter table "Register" add constraint "dates_in_order" check ("closesOn" >= "opensOn");
alter table "Register" add constraint "days_are_real" check ("decideWithin" between 1 and 60 and "graceDays" between 0 and 365);
alter table "ValueBand" add constraint "a_value" check ("number" between 1 and 9 and ("upToPence" is null or "upToPence" > 0));
alter table "Condition" add constraint "a_band" check ("bandFrom" between 1 and 9);
alter table "Application" add constraint "a_band" check ("band" between 1 and 9);
alter table "Application" add constraint "agreed_by_another" check ("state" <> 'decided' or "proposedById" is null or "proposedById" is distinct from "decidedById");
create trigger frozen_condition before insert or update or delete on "ValueBand" for each row execute function frozen_condition();
alter table "DebarmentCheck" add constraint "listed_on_a_ground" check ("listed" = ("ground" is not null));
alter table "ExclusionReport" add constraint "sent_by_someone" check (("sentOn" is null) = ("sentById" is null));
alter table "GroundAnswer" add constraint "dates_in_order" check ("putRightOn" is null or "happenedOn" is null or "putRightOn" >= "happenedOn");

-- Evidence is fixed once it is stored, but for its scan and its withdrawal.
alter table "Evidence" add constraint "a_file" check ("bytes" between 1 and 10485760 and length("sha256") = 64);
create function fixed_evidence() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - '{scan,scannedAt,withdrawnAt}'::text[]) is distinct from (to_jsonb(old) - '{scan,scannedAt,withdrawnAt}'::text[])
    or (old."withdrawnAt" is not null and new."withdrawnAt" is distinct from old."withdrawnAt") then
    raise exception 'stored evidence can no longer change' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger fixed_evidence before update on "Evidence" for each row execute function fixed_evidence();

-- Prices.
create trigger fixed_rate before insert or update or delete on "AreaUplift" for each row execute function fixed_rate();
create trigger known_place before insert or update of "placeCode" on "AreaUplift" for each row execute function known_place();
alter table "AreaUplift" add constraint "an_uplift" check ("upliftBp" between 1 and 10000);

-- People and bodies.
create unique index "JoinRequest_one_waiting" on "JoinRequest" ("organisationId", (case when "state" = 'waiting' then "userId" end));
alter table "JoinRequest" add constraint "answered_by_someone" check ("state" in ('waiting', 'withdrawn') or "answeredById" is not null);
alter table "Postcode" add constraint "a_postcode" check ("postcode" ~ '^[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}$');
alter table "ConsortiumPartner" add constraint "a_share" check ("shareBp" between 1 and 9999);
alter table "ConsortiumPartner" add constraint "answered_by_someone" check ("state" in ('invited', 'left') or "answeredById" is not null);

-- A consortium that stands has two partners or more, the lead among them, all agreed, and their shares are the whole; judged at commit.
create function consortium_adds_up() returns trigger language plpgsql as $$
declare
  one record;
begin
  select * into one from "Consortium" where "organisationId" = coalesce(to_jsonb(new) ->> 'consortiumId', to_jsonb(new) ->> 'organisationId')::uuid;
  if one."state" is distinct from 'formed' then
    return null;
  end if;
  if (select count(*) < 2 or sum("shareBp") <> 10000 or not bool_or("organisationId" = one."leadId")
      from "ConsortiumPartner" where "consortiumId" = one."organisationId" and "state" = 'agreed')
    or exists (select 1 from "ConsortiumPartner" where "consortiumId" = one."organisationId" and "state" = 'invited') then
    raise exception 'the partners of this consortium do not add up' using errcode = '23514';
  end if;
  return null;
end $$;
create constraint trigger consortium_adds_up after insert or update on "Consortium" deferrable initially deferred for each row execute function consortium_adds_up();

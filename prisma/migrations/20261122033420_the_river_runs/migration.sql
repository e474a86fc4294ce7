-- CreateEnum
CREATE TYPE "AgreementState" AS ENUM ('signed', 'mobilising', 'live', 'expiring', 'ended', 'terminated');

-- CreateEnum
CREATE TYPE "Instrument" AS ENUM ('contract', 'grant');

-- CreateEnum
CREATE TYPE "PurchaseState" AS ENUM ('draft', 'proposed', 'offered', 'accepted', 'refused', 'declined', 'withdrawn');

-- CreateEnum
CREATE TYPE "ApprovalState" AS ENUM ('waiting', 'approved', 'refused');

-- CreateEnum
CREATE TYPE "ActorKind" AS ENUM ('visitor', 'provider', 'authority', 'steward', 'investor', 'person', 'system');

-- CreateEnum
CREATE TYPE "OrganisationKind" AS ENUM ('provider', 'authority', 'steward', 'investor');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('editor', 'signatory', 'commissioner', 'approver', 'evaluator', 'practitioner', 'assessor', 'admin', 'auditor', 'viewer');

-- CreateEnum
CREATE TYPE "ReferenceList" AS ENUM ('region', 'policeArea', 'localAuthority', 'pdu', 'category', 'cohort', 'desiredOutcome', 'complexity', 'organisationType', 'exclusionGround', 'threshold', 'noticeKind', 'cpv', 'socialValueOutcome', 'holiday', 'rule');

-- CreateEnum
CREATE TYPE "ProviderSize" AS ENUM ('micro', 'small', 'medium', 'large');

-- CreateEnum
CREATE TYPE "ConditionKind" AS ENUM ('declaration', 'evidence', 'question');

-- CreateEnum
CREATE TYPE "ApplicationState" AS ENUM ('draft', 'submitted', 'inReview', 'clarifying', 'decided', 'withdrawn');

-- CreateEnum
CREATE TYPE "PartDecision" AS ENUM ('admitted', 'refused');

-- CreateEnum
CREATE TYPE "MembershipState" AS ENUM ('active', 'suspended', 'removalProposed', 'removed', 'lapsed');

-- CreateEnum
CREATE TYPE "ShortlistState" AS ENUM ('open', 'frozen');

-- CreateEnum
CREATE TYPE "ServiceState" AS ENUM ('draft', 'inReview', 'published', 'paused', 'stale', 'withdrawn');

-- CreateEnum
CREATE TYPE "ServedSex" AS ENUM ('anyone', 'women', 'men');

-- CreateEnum
CREATE TYPE "Setting" AS ENUM ('community', 'custody', 'throughTheGate');

-- CreateEnum
CREATE TYPE "Method" AS ENUM ('oneToOne', 'group', 'residential', 'remote', 'mixed');

-- CreateEnum
CREATE TYPE "DeliveredBy" AS ENUM ('provider', 'practitioner', 'statutory');

-- CreateEnum
CREATE TYPE "RateUnit" AS ENUM ('referral', 'session', 'hour', 'week', 'placeNight', 'outcome');

-- CreateEnum
CREATE TYPE "Complexity" AS ENUM ('any', 'low', 'medium', 'high');

-- CreateTable
CREATE TABLE "Agreement" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "purchaseId" UUID NOT NULL,
    "buyerId" UUID NOT NULL,
    "supplierId" UUID NOT NULL,
    "instrument" "Instrument" NOT NULL,
    "title" TEXT NOT NULL,
    "placeCode" TEXT NOT NULL,
    "categoryCode" TEXT NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "valuePence" BIGINT NOT NULL,
    "vatPence" BIGINT NOT NULL,
    "state" "AgreementState" NOT NULL DEFAULT 'signed',
    "signedById" UUID NOT NULL,
    "signedAt" TIMESTAMPTZ(3) NOT NULL,
    "endReason" TEXT,

    CONSTRAINT "Agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PaymentLine" (
    "id" UUID NOT NULL,
    "agreementId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "unit" "RateUnit" NOT NULL,
    "what" TEXT NOT NULL,
    "complexity" "Complexity" NOT NULL,
    "unitPence" BIGINT NOT NULL,
    "volume" INTEGER NOT NULL,
    "amountPence" BIGINT NOT NULL,
    "vatPence" BIGINT NOT NULL,

    CONSTRAINT "PaymentLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Budget" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "year" TEXT NOT NULL,
    "amountPence" BIGINT NOT NULL,
    "committedPence" BIGINT NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID NOT NULL,

    CONSTRAINT "Budget_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SpotAllowance" (
    "organisationId" UUID NOT NULL,
    "year" TEXT NOT NULL,
    "capPence" BIGINT NOT NULL,
    "usedPence" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "SpotAllowance_pkey" PRIMARY KEY ("organisationId","year")
);

-- CreateTable
CREATE TABLE "Purchase" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "organisationId" UUID NOT NULL,
    "supplierId" UUID NOT NULL,
    "serviceId" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "rateCardId" UUID NOT NULL,
    "shortlistId" UUID,
    "instrument" "Instrument" NOT NULL,
    "title" TEXT NOT NULL,
    "need" TEXT NOT NULL,
    "placeCode" TEXT NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "valuePence" BIGINT NOT NULL,
    "vatPence" BIGINT NOT NULL,
    "state" "PurchaseState" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "route" TEXT,
    "ruleCodes" TEXT[],
    "routeFacts" JSONB,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "proposedById" UUID,
    "proposedAt" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL DEFAULT '',
    "year" TEXT NOT NULL,
    "offeredAt" TIMESTAMPTZ(3),
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),
    "answerReason" TEXT,

    CONSTRAINT "Purchase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PurchaseLine" (
    "purchaseId" UUID NOT NULL,
    "rateLineId" UUID NOT NULL,
    "volume" INTEGER NOT NULL,
    "unitPence" BIGINT NOT NULL,
    "amountPence" BIGINT NOT NULL,
    "vatBp" INTEGER NOT NULL,
    "vatPence" BIGINT NOT NULL,

    CONSTRAINT "PurchaseLine_pkey" PRIMARY KEY ("purchaseId","rateLineId")
);

-- CreateTable
CREATE TABLE "Funder" (
    "id" UUID NOT NULL,
    "purchaseId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "shareBp" INTEGER NOT NULL,
    "sharePence" BIGINT NOT NULL,
    "state" "ApprovalState" NOT NULL DEFAULT 'waiting',
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "Funder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Commitment" (
    "id" UUID NOT NULL,
    "budgetId" UUID NOT NULL,
    "purchaseId" UUID NOT NULL,
    "pence" BIGINT NOT NULL,
    "committedAt" TIMESTAMPTZ(3) NOT NULL,
    "releasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Commitment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConflictDeclaration" (
    "purchaseId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "conflicted" BOOLEAN NOT NULL,
    "detail" TEXT NOT NULL DEFAULT '',
    "declaredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ConflictDeclaration_pkey" PRIMARY KEY ("purchaseId","userId")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorKind" "ActorKind" NOT NULL,
    "actorId" UUID,
    "organisationId" UUID,
    "event" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditSeal" (
    "position" BIGINT NOT NULL,
    "eventId" UUID NOT NULL,
    "previous" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditSeal_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "AuditUnsealed" (
    "eventId" UUID NOT NULL,

    CONSTRAINT "AuditUnsealed_pkey" PRIMARY KEY ("eventId")
);

-- CreateTable
CREATE TABLE "PermissionRefusal" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorKind" "ActorKind" NOT NULL,
    "actorId" UUID,
    "organisationId" UUID,
    "command" TEXT NOT NULL,
    "kind" TEXT NOT NULL,

    CONSTRAINT "PermissionRefusal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "actorId" UUID NOT NULL,
    "command" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "inputHash" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("actorId","command","key")
);

-- CreateTable
CREATE TABLE "Notification" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "organisationId" UUID,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "href" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mail" (
    "id" UUID NOT NULL,
    "to" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Installation" (
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "Installation_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "AllowedMove" (
    "subject" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,

    CONSTRAINT "AllowedMove_pkey" PRIMARY KEY ("subject","from","to")
);

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "disabledAt" TIMESTAMPTZ(3),
    "demoLine" TEXT,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "organisationId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "factorAt" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInToken" (
    "tokenHash" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SignInToken_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "Account" (
    "provider" TEXT NOT NULL,
    "providerAccountId" TEXT NOT NULL,
    "userId" UUID NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("provider","providerAccountId")
);

-- CreateTable
CREATE TABLE "Factor" (
    "userId" UUID NOT NULL,
    "sealedSecret" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "lastStep" BIGINT,

    CONSTRAINT "Factor_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "kind" "OrganisationKind" NOT NULL,
    "name" TEXT NOT NULL,
    "typeCode" TEXT,
    "address" TEXT,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "isCentral" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Identifier" (
    "scheme" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "organisationId" UUID NOT NULL,

    CONSTRAINT "Identifier_pkey" PRIMARY KEY ("scheme","value")
);

-- CreateTable
CREATE TABLE "Seat" (
    "userId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Seat_pkey" PRIMARY KEY ("userId","organisationId","role")
);

-- CreateTable
CREATE TABLE "SeatInvitation" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "invitedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "SeatInvitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActingArea" (
    "organisationId" UUID NOT NULL,
    "placeCode" TEXT NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,

    CONSTRAINT "ActingArea_pkey" PRIMARY KEY ("organisationId","placeCode","validFrom")
);

-- CreateTable
CREATE TABLE "ReferenceItem" (
    "id" UUID NOT NULL,
    "list" "ReferenceList" NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "parentCode" TEXT,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "order" INTEGER NOT NULL DEFAULT 0,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,

    CONSTRAINT "ReferenceItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Provider" (
    "organisationId" UUID NOT NULL,
    "size" "ProviderSize" NOT NULL,
    "incomePence" BIGINT NOT NULL,
    "incomeYear" INTEGER NOT NULL,
    "staffFte" DECIMAL(8,1) NOT NULL,
    "vcse" BOOLEAN NOT NULL,
    "ledByLivedExperience" BOOLEAN NOT NULL DEFAULT false,
    "about" TEXT NOT NULL,
    "areaOfBenefit" TEXT NOT NULL,
    "coDesign" TEXT NOT NULL,
    "website" TEXT,
    "contactEmail" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedById" UUID,

    CONSTRAINT "Provider_pkey" PRIMARY KEY ("organisationId")
);

-- CreateTable
CREATE TABLE "Register" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "opensOn" DATE NOT NULL,
    "closesOn" DATE NOT NULL,
    "frozenAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Register_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Part" (
    "id" UUID NOT NULL,
    "registerId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "categoryCode" TEXT NOT NULL,
    "cpvCode" TEXT NOT NULL,

    CONSTRAINT "Part_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Condition" (
    "id" UUID NOT NULL,
    "registerId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "ConditionKind" NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "help" TEXT NOT NULL,
    "justification" TEXT NOT NULL,
    "ruleCode" TEXT NOT NULL,
    "orEquivalent" BOOLEAN NOT NULL DEFAULT true,
    "minutes" INTEGER NOT NULL,

    CONSTRAINT "Condition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProfileAnswer" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "conditionId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "met" BOOLEAN NOT NULL,
    "text" TEXT NOT NULL,
    "expiresOn" DATE,
    "answeredById" UUID NOT NULL,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ProfileAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GroundAnswer" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "groundCode" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "applies" BOOLEAN NOT NULL,
    "whatHappened" TEXT NOT NULL,
    "putRight" TEXT NOT NULL,
    "answeredById" UUID NOT NULL,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GroundAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Application" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "organisationId" UUID NOT NULL,
    "registerId" UUID NOT NULL,
    "state" "ApplicationState" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "submittedAt" TIMESTAMPTZ(3),
    "submittedById" UUID,
    "dueOn" DATE,
    "assessorId" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" UUID,

    CONSTRAINT "Application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApplicationPart" (
    "applicationId" UUID NOT NULL,
    "partId" UUID NOT NULL,
    "decision" "PartDecision",
    "reasons" TEXT,

    CONSTRAINT "ApplicationPart_pkey" PRIMARY KEY ("applicationId","partId")
);

-- CreateTable
CREATE TABLE "ApplicationAnswer" (
    "applicationId" UUID NOT NULL,
    "conditionId" UUID NOT NULL,
    "profileAnswerId" UUID NOT NULL,

    CONSTRAINT "ApplicationAnswer_pkey" PRIMARY KEY ("applicationId","conditionId")
);

-- CreateTable
CREATE TABLE "ApplicationGround" (
    "applicationId" UUID NOT NULL,
    "groundCode" TEXT NOT NULL,
    "groundAnswerId" UUID NOT NULL,

    CONSTRAINT "ApplicationGround_pkey" PRIMARY KEY ("applicationId","groundCode")
);

-- CreateTable
CREATE TABLE "ConditionFinding" (
    "applicationId" UUID NOT NULL,
    "conditionId" UUID NOT NULL,
    "met" BOOLEAN NOT NULL,
    "note" TEXT NOT NULL,
    "foundById" UUID NOT NULL,
    "foundAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ConditionFinding_pkey" PRIMARY KEY ("applicationId","conditionId")
);

-- CreateTable
CREATE TABLE "AnswerQuery" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "about" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "askedById" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "reply" TEXT,
    "repliedById" UUID,
    "repliedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AnswerQuery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "partId" UUID NOT NULL,
    "state" "MembershipState" NOT NULL DEFAULT 'active',
    "since" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,
    "reviewDueOn" DATE NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "endsOn" DATE,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Shortlist" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "organisationId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "state" "ShortlistState" NOT NULL DEFAULT 'open',
    "criteria" JSONB NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "frozenAt" TIMESTAMPTZ(3),
    "frozenById" UUID,

    CONSTRAINT "Shortlist_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ShortlistEntry" (
    "id" UUID NOT NULL,
    "shortlistId" UUID NOT NULL,
    "serviceId" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "rateCardId" UUID,
    "why" TEXT[],
    "note" TEXT NOT NULL DEFAULT '',
    "addedById" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "droppedAt" TIMESTAMPTZ(3),
    "dropReason" TEXT,

    CONSTRAINT "ShortlistEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Service" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "organisationId" UUID NOT NULL,
    "partId" UUID NOT NULL,
    "state" "ServiceState" NOT NULL DEFAULT 'draft',
    "publishedId" UUID,
    "draftId" UUID,
    "rateCardId" UUID,
    "places" INTEGER NOT NULL DEFAULT 0,
    "openPlaces" INTEGER NOT NULL DEFAULT 0,
    "waitDays" INTEGER NOT NULL DEFAULT 0,
    "capacityAsOf" TIMESTAMPTZ(3),
    "confirmedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,

    CONSTRAINT "Service_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ServiceVersion" (
    "id" UUID NOT NULL,
    "serviceId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "needCodes" TEXT[],
    "outcomeCodes" TEXT[],
    "cohortCodes" TEXT[],
    "sex" "ServedSex" NOT NULL DEFAULT 'anyone',
    "minAge" INTEGER NOT NULL DEFAULT 18,
    "maxAge" INTEGER,
    "exclusions" TEXT NOT NULL DEFAULT '',
    "settings" "Setting"[],
    "method" "Method" NOT NULL DEFAULT 'oneToOne',
    "languages" TEXT[],
    "access" TEXT[],
    "deliveredBy" "DeliveredBy" NOT NULL DEFAULT 'provider',
    "placeCodes" TEXT[],
    "edit" INTEGER NOT NULL DEFAULT 1,
    "editedById" UUID,
    "editedAt" TIMESTAMPTZ(3) NOT NULL,
    "submittedAt" TIMESTAMPTZ(3),
    "approvedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ServiceVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateCard" (
    "id" UUID NOT NULL,
    "serviceId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,
    "publishedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID,

    CONSTRAINT "RateCard_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLine" (
    "id" UUID NOT NULL,
    "rateCardId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "unit" "RateUnit" NOT NULL,
    "what" TEXT NOT NULL,
    "complexity" "Complexity" NOT NULL DEFAULT 'any',
    "pence" BIGINT NOT NULL,
    "vatBp" INTEGER NOT NULL DEFAULT 0,
    "volumeFrom" INTEGER NOT NULL DEFAULT 1,
    "volumeTo" INTEGER,

    CONSTRAINT "RateLine_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Agreement_reference_key" ON "Agreement"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "Agreement_purchaseId_key" ON "Agreement"("purchaseId");

-- CreateIndex
CREATE INDEX "Agreement_buyerId_state_idx" ON "Agreement"("buyerId", "state");

-- CreateIndex
CREATE INDEX "Agreement_supplierId_state_idx" ON "Agreement"("supplierId", "state");

-- CreateIndex
CREATE INDEX "Agreement_signedAt_id_idx" ON "Agreement"("signedAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "PaymentLine_agreementId_number_key" ON "PaymentLine"("agreementId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Budget_organisationId_year_title_key" ON "Budget"("organisationId", "year", "title");

-- CreateIndex
CREATE UNIQUE INDEX "Purchase_reference_key" ON "Purchase"("reference");

-- CreateIndex
CREATE INDEX "Purchase_organisationId_state_idx" ON "Purchase"("organisationId", "state");

-- CreateIndex
CREATE INDEX "Purchase_supplierId_state_idx" ON "Purchase"("supplierId", "state");

-- CreateIndex
CREATE INDEX "Funder_organisationId_state_idx" ON "Funder"("organisationId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Funder_purchaseId_organisationId_key" ON "Funder"("purchaseId", "organisationId");

-- CreateIndex
CREATE INDEX "Commitment_purchaseId_idx" ON "Commitment"("purchaseId");

-- CreateIndex
CREATE INDEX "Commitment_budgetId_idx" ON "Commitment"("budgetId");

-- CreateIndex
CREATE INDEX "AuditEvent_subject_subjectId_at_idx" ON "AuditEvent"("subject", "subjectId", "at");

-- CreateIndex
CREATE INDEX "AuditEvent_organisationId_at_idx" ON "AuditEvent"("organisationId", "at");

-- CreateIndex
CREATE INDEX "AuditEvent_at_id_idx" ON "AuditEvent"("at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "AuditSeal_eventId_key" ON "AuditSeal"("eventId");

-- CreateIndex
CREATE INDEX "PermissionRefusal_at_idx" ON "PermissionRefusal"("at");

-- CreateIndex
CREATE INDEX "IdempotencyKey_createdAt_idx" ON "IdempotencyKey"("createdAt");

-- CreateIndex
CREATE INDEX "Notification_userId_readAt_createdAt_idx" ON "Notification"("userId", "readAt", "createdAt");

-- CreateIndex
CREATE INDEX "Mail_sentAt_createdAt_idx" ON "Mail"("sentAt", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Session_tokenHash_key" ON "Session"("tokenHash");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE INDEX "SignInToken_expiresAt_idx" ON "SignInToken"("expiresAt");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_reference_key" ON "Organisation"("reference");

-- CreateIndex
CREATE INDEX "Organisation_kind_name_idx" ON "Organisation"("kind", "name");

-- CreateIndex
CREATE INDEX "Identifier_organisationId_idx" ON "Identifier"("organisationId");

-- CreateIndex
CREATE INDEX "Seat_organisationId_idx" ON "Seat"("organisationId");

-- CreateIndex
CREATE INDEX "SeatInvitation_email_idx" ON "SeatInvitation"("email");

-- CreateIndex
CREATE INDEX "SeatInvitation_organisationId_idx" ON "SeatInvitation"("organisationId");

-- CreateIndex
CREATE INDEX "ReferenceItem_list_validTo_idx" ON "ReferenceItem"("list", "validTo");

-- CreateIndex
CREATE UNIQUE INDEX "ReferenceItem_list_code_validFrom_key" ON "ReferenceItem"("list", "code", "validFrom");

-- CreateIndex
CREATE UNIQUE INDEX "Register_code_key" ON "Register"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Part_registerId_number_key" ON "Part"("registerId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Part_registerId_categoryCode_key" ON "Part"("registerId", "categoryCode");

-- CreateIndex
CREATE UNIQUE INDEX "Condition_registerId_number_key" ON "Condition"("registerId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "ProfileAnswer_organisationId_conditionId_version_key" ON "ProfileAnswer"("organisationId", "conditionId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "GroundAnswer_organisationId_groundCode_version_key" ON "GroundAnswer"("organisationId", "groundCode", "version");

-- CreateIndex
CREATE UNIQUE INDEX "Application_reference_key" ON "Application"("reference");

-- CreateIndex
CREATE INDEX "Application_state_dueOn_idx" ON "Application"("state", "dueOn");

-- CreateIndex
CREATE INDEX "Application_organisationId_idx" ON "Application"("organisationId");

-- CreateIndex
CREATE INDEX "AnswerQuery_applicationId_idx" ON "AnswerQuery"("applicationId");

-- CreateIndex
CREATE INDEX "Membership_partId_state_idx" ON "Membership"("partId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Membership_organisationId_partId_key" ON "Membership"("organisationId", "partId");

-- CreateIndex
CREATE UNIQUE INDEX "Shortlist_reference_key" ON "Shortlist"("reference");

-- CreateIndex
CREATE INDEX "Shortlist_organisationId_createdAt_idx" ON "Shortlist"("organisationId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "ShortlistEntry_shortlistId_serviceId_key" ON "ShortlistEntry"("shortlistId", "serviceId");

-- CreateIndex
CREATE UNIQUE INDEX "Service_reference_key" ON "Service"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "Service_publishedId_key" ON "Service"("publishedId");

-- CreateIndex
CREATE UNIQUE INDEX "Service_draftId_key" ON "Service"("draftId");

-- CreateIndex
CREATE UNIQUE INDEX "Service_rateCardId_key" ON "Service"("rateCardId");

-- CreateIndex
CREATE INDEX "Service_organisationId_idx" ON "Service"("organisationId");

-- CreateIndex
CREATE INDEX "Service_state_partId_idx" ON "Service"("state", "partId");

-- CreateIndex
CREATE UNIQUE INDEX "ServiceVersion_serviceId_number_key" ON "ServiceVersion"("serviceId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "RateCard_serviceId_version_key" ON "RateCard"("serviceId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "RateLine_rateCardId_number_key" ON "RateLine"("rateCardId", "number");

-- AddForeignKey
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_purchaseId_fkey" FOREIGN KEY ("purchaseId") REFERENCES "Purchase"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_buyerId_fkey" FOREIGN KEY ("buyerId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_supplierId_fkey" FOREIGN KEY ("supplierId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaymentLine" ADD CONSTRAINT "PaymentLine_agreementId_fkey" FOREIGN KEY ("agreementId") REFERENCES "Agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Budget" ADD CONSTRAINT "Budget_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SpotAllowance" ADD CONSTRAINT "SpotAllowance_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Purchase" ADD CONSTRAINT "Purchase_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Purchase" ADD CONSTRAINT "Purchase_supplierId_fkey" FOREIGN KEY ("supplierId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Purchase" ADD CONSTRAINT "Purchase_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Purchase" ADD CONSTRAINT "Purchase_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "ServiceVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Purchase" ADD CONSTRAINT "Purchase_rateCardId_fkey" FOREIGN KEY ("rateCardId") REFERENCES "RateCard"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Purchase" ADD CONSTRAINT "Purchase_shortlistId_fkey" FOREIGN KEY ("shortlistId") REFERENCES "Shortlist"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PurchaseLine" ADD CONSTRAINT "PurchaseLine_purchaseId_fkey" FOREIGN KEY ("purchaseId") REFERENCES "Purchase"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PurchaseLine" ADD CONSTRAINT "PurchaseLine_rateLineId_fkey" FOREIGN KEY ("rateLineId") REFERENCES "RateLine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Funder" ADD CONSTRAINT "Funder_purchaseId_fkey" FOREIGN KEY ("purchaseId") REFERENCES "Purchase"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Funder" ADD CONSTRAINT "Funder_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_budgetId_fkey" FOREIGN KEY ("budgetId") REFERENCES "Budget"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_purchaseId_fkey" FOREIGN KEY ("purchaseId") REFERENCES "Purchase"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConflictDeclaration" ADD CONSTRAINT "ConflictDeclaration_purchaseId_fkey" FOREIGN KEY ("purchaseId") REFERENCES "Purchase"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditSeal" ADD CONSTRAINT "AuditSeal_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "AuditEvent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Factor" ADD CONSTRAINT "Factor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Identifier" ADD CONSTRAINT "Identifier_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Seat" ADD CONSTRAINT "Seat_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Seat" ADD CONSTRAINT "Seat_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SeatInvitation" ADD CONSTRAINT "SeatInvitation_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActingArea" ADD CONSTRAINT "ActingArea_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Provider" ADD CONSTRAINT "Provider_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Part" ADD CONSTRAINT "Part_registerId_fkey" FOREIGN KEY ("registerId") REFERENCES "Register"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Condition" ADD CONSTRAINT "Condition_registerId_fkey" FOREIGN KEY ("registerId") REFERENCES "Register"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProfileAnswer" ADD CONSTRAINT "ProfileAnswer_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProfileAnswer" ADD CONSTRAINT "ProfileAnswer_conditionId_fkey" FOREIGN KEY ("conditionId") REFERENCES "Condition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroundAnswer" ADD CONSTRAINT "GroundAnswer_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationPart" ADD CONSTRAINT "ApplicationPart_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationPart" ADD CONSTRAINT "ApplicationPart_partId_fkey" FOREIGN KEY ("partId") REFERENCES "Part"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationAnswer" ADD CONSTRAINT "ApplicationAnswer_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationAnswer" ADD CONSTRAINT "ApplicationAnswer_conditionId_fkey" FOREIGN KEY ("conditionId") REFERENCES "Condition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationAnswer" ADD CONSTRAINT "ApplicationAnswer_profileAnswerId_fkey" FOREIGN KEY ("profileAnswerId") REFERENCES "ProfileAnswer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationGround" ADD CONSTRAINT "ApplicationGround_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationGround" ADD CONSTRAINT "ApplicationGround_groundAnswerId_fkey" FOREIGN KEY ("groundAnswerId") REFERENCES "GroundAnswer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConditionFinding" ADD CONSTRAINT "ConditionFinding_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConditionFinding" ADD CONSTRAINT "ConditionFinding_conditionId_fkey" FOREIGN KEY ("conditionId") REFERENCES "Condition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnswerQuery" ADD CONSTRAINT "AnswerQuery_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_partId_fkey" FOREIGN KEY ("partId") REFERENCES "Part"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Shortlist" ADD CONSTRAINT "Shortlist_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShortlistEntry" ADD CONSTRAINT "ShortlistEntry_shortlistId_fkey" FOREIGN KEY ("shortlistId") REFERENCES "Shortlist"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShortlistEntry" ADD CONSTRAINT "ShortlistEntry_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShortlistEntry" ADD CONSTRAINT "ShortlistEntry_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "ServiceVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShortlistEntry" ADD CONSTRAINT "ShortlistEntry_rateCardId_fkey" FOREIGN KEY ("rateCardId") REFERENCES "RateCard"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Service" ADD CONSTRAINT "Service_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Service" ADD CONSTRAINT "Service_partId_fkey" FOREIGN KEY ("partId") REFERENCES "Part"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Service" ADD CONSTRAINT "Service_publishedId_fkey" FOREIGN KEY ("publishedId") REFERENCES "ServiceVersion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Service" ADD CONSTRAINT "Service_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "ServiceVersion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Service" ADD CONSTRAINT "Service_rateCardId_fkey" FOREIGN KEY ("rateCardId") REFERENCES "RateCard"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceVersion" ADD CONSTRAINT "ServiceVersion_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RateCard" ADD CONSTRAINT "RateCard_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RateLine" ADD CONSTRAINT "RateLine_rateCardId_fkey" FOREIGN KEY ("rateCardId") REFERENCES "RateCard"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the database holds true by itself, whoever writes.

create extension if not exists unaccent;
create extension if not exists pg_trgm;

create sequence reference_number;

-- History is only added to. A line waits for its seal until the sealer has come by.
create function only_added() returns trigger language plpgsql as $$
begin
  raise exception '% is only added to', tg_table_name using errcode = '42501';
end $$;

create trigger only_added before update or delete or truncate on "AuditEvent" for each statement execute function only_added();
create trigger only_added before update or delete or truncate on "AuditSeal" for each statement execute function only_added();
create trigger only_added before update or delete or truncate on "PermissionRefusal" for each statement execute function only_added();
create trigger only_added before update or delete or truncate on "ProfileAnswer" for each statement execute function only_added();
create trigger only_added before update or delete or truncate on "GroundAnswer" for each statement execute function only_added();
create trigger only_added before update or delete or truncate on "ConflictDeclaration" for each statement execute function only_added();
create trigger only_added before update or delete or truncate on "PaymentLine" for each statement execute function only_added();

create function waits_for_seal() returns trigger language plpgsql as $$
begin
  insert into "AuditUnsealed" ("eventId") values (new."id");
  return null;
end $$;
create trigger waits_for_seal after insert on "AuditEvent" for each row execute function waits_for_seal();

-- One current row for each dated fact.
create unique index "ReferenceItem_current" on "ReferenceItem" ("list", (case when "validTo" is null then "code" end));
alter table "ReferenceItem" add constraint "dates_in_order" check ("validTo" is null or "validTo" >= "validFrom");

-- States move only as the machines allow.
create function allowed_move() returns trigger language plpgsql as $$
begin
  if new."state" is distinct from old."state" and not exists (
    select 1 from "AllowedMove" where "subject" = tg_argv[0] and "from" = old."state"::text and "to" = new."state"::text
  ) then
    raise exception '% cannot go from % to %', tg_argv[0], old."state", new."state" using errcode = '23514';
  end if;
  return new;
end $$;

create trigger allowed_move before update of "state" on "Application" for each row execute function allowed_move('application');
create trigger allowed_move before update of "state" on "Membership" for each row execute function allowed_move('membership');
create trigger allowed_move before update of "state" on "Service" for each row execute function allowed_move('service');
create trigger allowed_move before update of "state" on "Shortlist" for each row execute function allowed_move('shortlist');
create trigger allowed_move before update of "state" on "Purchase" for each row execute function allowed_move('purchase');
create trigger allowed_move before update of "state" on "Agreement" for each row execute function allowed_move('agreement');

insert into "AllowedMove" ("subject", "from", "to") values
  ('application', 'draft', 'submitted'), ('application', 'draft', 'withdrawn'),
  ('application', 'submitted', 'inReview'), ('application', 'submitted', 'withdrawn'),
  ('application', 'inReview', 'submitted'), ('application', 'inReview', 'clarifying'),
  ('application', 'inReview', 'decided'), ('application', 'inReview', 'withdrawn'),
  ('application', 'clarifying', 'inReview'), ('application', 'clarifying', 'withdrawn'),
  ('membership', 'active', 'suspended'), ('membership', 'suspended', 'active'),
  ('membership', 'active', 'removalProposed'), ('membership', 'suspended', 'removalProposed'),
  ('membership', 'removalProposed', 'removed'), ('membership', 'removalProposed', 'active'),
  ('membership', 'active', 'lapsed'), ('membership', 'lapsed', 'active'),
  ('service', 'draft', 'inReview'), ('service', 'inReview', 'published'), ('service', 'inReview', 'draft'),
  ('service', 'published', 'paused'), ('service', 'paused', 'published'),
  ('service', 'published', 'stale'), ('service', 'stale', 'published'),
  ('service', 'draft', 'withdrawn'), ('service', 'inReview', 'withdrawn'), ('service', 'published', 'withdrawn'),
  ('service', 'paused', 'withdrawn'), ('service', 'stale', 'withdrawn'),
  ('shortlist', 'open', 'frozen'),
  ('purchase', 'draft', 'proposed'), ('purchase', 'draft', 'withdrawn'),
  ('purchase', 'proposed', 'offered'), ('purchase', 'proposed', 'refused'), ('purchase', 'proposed', 'withdrawn'),
  ('purchase', 'offered', 'accepted'), ('purchase', 'offered', 'declined'), ('purchase', 'offered', 'withdrawn'),
  ('agreement', 'signed', 'mobilising'), ('agreement', 'mobilising', 'live'), ('agreement', 'live', 'expiring'),
  ('agreement', 'expiring', 'ended'), ('agreement', 'live', 'terminated'), ('agreement', 'expiring', 'terminated'),
  ('agreement', 'mobilising', 'terminated');

-- A place that is named is a place that exists.
create function is_place(place text) returns boolean language sql stable as $$
  select exists (select 1 from "ReferenceItem" where "code" = place and "list" in ('region', 'policeArea', 'localAuthority', 'pdu'))
$$;
create function known_place() returns trigger language plpgsql as $$
begin
  if not is_place(new."placeCode") then
    raise exception 'no such place: %', new."placeCode" using errcode = '23503';
  end if;
  return new;
end $$;
create trigger known_place before insert or update of "placeCode" on "ActingArea" for each row execute function known_place();
create trigger known_place before insert or update of "placeCode" on "Purchase" for each row execute function known_place();
create function known_places() returns trigger language plpgsql as $$
begin
  if exists (select 1 from unnest(new."placeCodes") as place where not is_place(place)) then
    raise exception 'a place is not known' using errcode = '23503';
  end if;
  return new;
end $$;
create trigger known_places before insert or update of "placeCodes" on "ServiceVersion" for each row execute function known_places();

-- Identity.
alter table "User" add constraint "email_is_plain" check ("email" = lower("email") and "email" like '%_@_%');
alter table "Organisation" add constraint "dates_in_order" check ("validTo" is null or "validTo" >= "validFrom");
create unique index "SeatInvitation_one_open" on "SeatInvitation"
  ("organisationId", "role", (case when "acceptedAt" is null and "withdrawnAt" is null then "email" end));

-- The register.
create unique index "Application_one_open" on "Application"
  ((case when "state" in ('draft', 'submitted', 'inReview', 'clarifying') then "organisationId" end));
alter table "Provider" add constraint "amounts_are_real" check ("incomePence" >= 0 and "staffFte" >= 0 and "incomeYear" between 1990 and 2100);
alter table "ApplicationPart" add constraint "a_decision_has_reasons" check ("decision" is null or length(trim("reasons")) > 0);

create function frozen_condition() returns trigger language plpgsql as $$
begin
  if exists (select 1 from "Register" where "id" = coalesce(new."registerId", old."registerId") and "frozenAt" is not null) then
    raise exception 'the conditions of this register are frozen for its term' using errcode = '23514';
  end if;
  return coalesce(new, old);
end $$;
create trigger frozen_condition before insert or update or delete on "Condition" for each row execute function frozen_condition();

alter table "Service" add constraint "capacity_adds_up" check ("openPlaces" between 0 and "places" and "waitDays" between 0 and 3650);
alter table "Service" add constraint "published_has_a_version"
  check ("state" not in ('published', 'paused', 'stale') or ("publishedId" is not null and "rateCardId" is not null));
alter table "ServiceVersion" add constraint "ages_in_order"
  check ("minAge" between 10 and 110 and ("maxAge" is null or "maxAge" between "minAge" and 120));
alter table "RateLine" add constraint "a_price" check ("pence" between 1 and 99999999999);
alter table "RateLine" add constraint "a_vat_rate" check ("vatBp" between 0 and 10000);
alter table "RateLine" add constraint "volumes_in_order" check ("volumeFrom" >= 1 and ("volumeTo" is null or "volumeTo" >= "volumeFrom"));
alter table "RateCard" add constraint "dates_in_order" check ("validTo" is null or "validTo" >= "validFrom");

-- What has been submitted stays as it was; what has been approved or priced stays for good.
create function fixed_version() returns trigger language plpgsql as $$
begin
  if old."approvedAt" is not null
    or (old."submittedAt" is not null
      and (to_jsonb(new) - '{submittedAt,approvedAt}'::text[]) is distinct from (to_jsonb(old) - '{submittedAt,approvedAt}'::text[]))
  then
    raise exception 'this version of the service can no longer change' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger fixed_version before update on "ServiceVersion" for each row execute function fixed_version();

create function fixed_card() returns trigger language plpgsql as $$
begin
  if old."publishedAt" is not null
    and (to_jsonb(new) - '{validTo}'::text[]) is distinct from (to_jsonb(old) - '{validTo}'::text[])
  then
    raise exception 'a published rate card can no longer change' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger fixed_card before update on "RateCard" for each row execute function fixed_card();

create function fixed_rate() returns trigger language plpgsql as $$
begin
  if exists (select 1 from "RateCard" where "id" = coalesce(old."rateCardId", new."rateCardId") and "publishedAt" is not null) then
    raise exception 'a published rate card can no longer change' using errcode = '23514';
  end if;
  return coalesce(new, old);
end $$;
create trigger fixed_rate before insert or update or delete on "RateLine" for each row execute function fixed_rate();

-- Shortlists.
alter table "ShortlistEntry" add constraint "dropped_with_a_reason" check (("droppedAt" is null) = ("dropReason" is null));
create function frozen_shortlist() returns trigger language plpgsql as $$
begin
  if exists (select 1 from "Shortlist" where "id" = coalesce(new."shortlistId", old."shortlistId") and "state" = 'frozen') then
    raise exception 'this shortlist is frozen' using errcode = '23514';
  end if;
  return coalesce(new, old);
end $$;
create trigger frozen_shortlist before insert or update or delete on "ShortlistEntry" for each row execute function frozen_shortlist();

-- Money.
alter table "Budget" add constraint "never_overspent" check ("amountPence" >= 0 and "committedPence" between 0 and "amountPence");
alter table "SpotAllowance" add constraint "never_over_the_cap" check ("capPence" >= 0 and "usedPence" between 0 and "capPence");
alter table "Purchase" add constraint "amounts_are_real" check ("valuePence" >= 0 and "vatPence" >= 0);
alter table "Purchase" add constraint "dates_in_order" check ("endsOn" >= "startsOn");
alter table "PurchaseLine" add constraint "adds_up" check ("volume" > 0 and "unitPence" > 0 and "amountPence" = "unitPence" * "volume" and "vatPence" >= 0);
alter table "Funder" add constraint "a_share" check ("shareBp" between 0 and 10000 and "sharePence" >= 0);
alter table "Funder" add constraint "decided_by_someone" check ("state" = 'waiting' or ("decidedById" is not null and "decidedAt" is not null));
alter table "Commitment" add constraint "an_amount" check ("pence" > 0);
create unique index "Commitment_one_held" on "Commitment" ("budgetId", (case when "releasedAt" is null then "purchaseId" end));

-- From the proposal on, the lines sum to the value and the shares to the whole price, to the penny; judged at commit.
create function purchase_adds_up() returns trigger language plpgsql as $$
declare
  purchase record;
begin
  select * into purchase from "Purchase" where "id" = coalesce(to_jsonb(new) ->> 'purchaseId', to_jsonb(new) ->> 'id')::uuid;
  if purchase."state" in ('draft', 'withdrawn') then
    return null;
  end if;
  if purchase."valuePence" <> (select coalesce(sum("amountPence"), 0) from "PurchaseLine" where "purchaseId" = purchase."id")
    or purchase."vatPence" <> (select coalesce(sum("vatPence"), 0) from "PurchaseLine" where "purchaseId" = purchase."id") then
    raise exception 'the lines of purchase % do not sum to its price', purchase."reference" using errcode = '23514';
  end if;
  if purchase."valuePence" + purchase."vatPence" <> (select coalesce(sum("sharePence"), 0) from "Funder" where "purchaseId" = purchase."id") then
    raise exception 'the shares of purchase % do not sum to its price', purchase."reference" using errcode = '23514';
  end if;
  return null;
end $$;
create constraint trigger purchase_adds_up after insert or update on "Purchase" deferrable initially deferred for each row execute function purchase_adds_up();
create constraint trigger purchase_adds_up after insert or update on "PurchaseLine" deferrable initially deferred for each row execute function purchase_adds_up();
create constraint trigger purchase_adds_up after insert or update on "Funder" deferrable initially deferred for each row execute function purchase_adds_up();

-- An offer has every funder's approval, and nobody approves what they proposed.
create function nobody_approves_their_own() returns trigger language plpgsql as $$
begin
  if new."state" = 'approved' and new."decidedById" = (select "proposedById" from "Purchase" where "id" = new."purchaseId") then
    raise exception 'nobody approves what they proposed' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger nobody_approves_their_own before insert or update on "Funder" for each row execute function nobody_approves_their_own();
create function offered_when_all_agree() returns trigger language plpgsql as $$
begin
  if new."state" = 'offered' and exists (select 1 from "Funder" where "purchaseId" = new."id" and "state" <> 'approved') then
    raise exception 'a funder of purchase % has not approved', new."reference" using errcode = '23514';
  end if;
  return new;
end $$;
create trigger offered_when_all_agree before update of "state" on "Purchase" for each row execute function offered_when_all_agree();

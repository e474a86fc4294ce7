-- CreateEnum
CREATE TYPE "PaymentKind" AS ENUM ('unit', 'mobilisation');

-- CreateEnum
CREATE TYPE "EvaluatorRole" AS ENUM ('evaluator', 'moderator');

-- CreateEnum
CREATE TYPE "ChallengeState" AS ENUM ('open', 'upheld', 'dismissed', 'withdrawn');

-- CreateEnum
CREATE TYPE "CallOffState" AS ENUM ('draft', 'conflictsAssessed', 'funded', 'published', 'closed', 'opened', 'evaluating', 'moderated', 'awardProposed', 'approved', 'notified', 'standstill', 'concluded', 'withdrawn', 'cancelled', 'unsuccessful');

-- CreateEnum
CREATE TYPE "CallOffRoute" AS ENUM ('quotes', 'belowThreshold', 'marketCompetition', 'directAward', 'grantRound', 'directGrant');

-- CreateEnum
CREATE TYPE "PriceMethod" AS ENUM ('lowestOverPrice', 'fixedPrice', 'qualityPerPound');

-- CreateEnum
CREATE TYPE "FundingState" AS ENUM ('listed', 'asked', 'agreed', 'waiting', 'approved', 'refused');

-- CreateEnum
CREATE TYPE "CriterionKind" AS ENUM ('quality', 'socialValue', 'price');

-- CreateEnum
CREATE TYPE "ConditionAbout" AS ENUM ('service', 'supplier');

-- CreateEnum
CREATE TYPE "InvitationState" AS ENUM ('invited', 'intends', 'declined', 'noAnswer');

-- CreateEnum
CREATE TYPE "TenderState" AS ENUM ('draft', 'submitted', 'opened', 'assessed', 'successful', 'unsuccessful', 'disregarded', 'withdrawn');

-- CreateEnum
CREATE TYPE "TenderPartnerState" AS ENUM ('asked', 'confirmed', 'declined');

-- DropForeignKey
ALTER TABLE "Agreement" DROP CONSTRAINT "Agreement_purchaseId_fkey";

-- DropForeignKey
ALTER TABLE "Commitment" DROP CONSTRAINT "Commitment_purchaseId_fkey";

-- DropForeignKey
ALTER TABLE "Notice" DROP CONSTRAINT "Notice_registerId_fkey";

-- AlterTable
ALTER TABLE "Agreement" ADD COLUMN     "buyerSignedAt" TIMESTAMPTZ(3),
ADD COLUMN     "buyerSignedById" UUID,
ADD COLUMN     "callOffId" UUID,
ADD COLUMN     "investorId" UUID,
ADD COLUMN     "lotId" UUID,
ADD COLUMN     "returnCapBp" INTEGER,
ADD COLUMN     "supplierSignedAt" TIMESTAMPTZ(3),
ADD COLUMN     "supplierSignedById" UUID,
ADD COLUMN     "tenderId" UUID,
ALTER COLUMN "purchaseId" DROP NOT NULL,
ALTER COLUMN "signedById" DROP NOT NULL,
ALTER COLUMN "signedAt" DROP NOT NULL;

-- AlterTable
ALTER TABLE "Commitment" ADD COLUMN     "callOffId" UUID,
ALTER COLUMN "purchaseId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "Notice" ADD COLUMN     "callOffId" UUID,
ALTER COLUMN "registerId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "PaymentLine" ADD COLUMN     "kind" "PaymentKind" NOT NULL DEFAULT 'unit',
ALTER COLUMN "unit" DROP NOT NULL,
ALTER COLUMN "complexity" DROP NOT NULL;

-- CreateTable
CREATE TABLE "Evaluator" (
    "callOffId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" "EvaluatorRole" NOT NULL DEFAULT 'evaluator',
    "appointedById" UUID NOT NULL,
    "appointedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Evaluator_pkey" PRIMARY KEY ("callOffId","userId")
);

-- CreateTable
CREATE TABLE "Score" (
    "tenderId" UUID NOT NULL,
    "criterionId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "score" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "scoredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Score_pkey" PRIMARY KEY ("tenderId","criterionId","userId","version")
);

-- CreateTable
CREATE TABLE "Consensus" (
    "tenderId" UUID NOT NULL,
    "criterionId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "score" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "changedFor" TEXT,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Consensus_pkey" PRIMARY KEY ("tenderId","criterionId","version")
);

-- CreateTable
CREATE TABLE "LotAward" (
    "lotId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "callOffId" UUID NOT NULL,
    "tenderId" UUID,
    "reason" TEXT NOT NULL,
    "singleBid" TEXT,
    "tieBreak" TEXT,
    "pricePence" BIGINT NOT NULL DEFAULT 0,
    "vatPence" BIGINT NOT NULL DEFAULT 0,
    "ranking" JSONB NOT NULL,
    "concentration" JSONB NOT NULL,
    "proposedById" UUID NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LotAward_pkey" PRIMARY KEY ("lotId","version")
);

-- CreateTable
CREATE TABLE "AssessmentSummary" (
    "tenderId" UUID NOT NULL,
    "callOffId" UUID NOT NULL,
    "facts" JSONB NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AssessmentSummary_pkey" PRIMARY KEY ("tenderId")
);

-- CreateTable
CREATE TABLE "Challenge" (
    "id" UUID NOT NULL,
    "callOffId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "state" "ChallengeState" NOT NULL DEFAULT 'open',
    "grounds" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedById" UUID NOT NULL,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "Challenge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CallOff" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "organisationId" UUID NOT NULL,
    "state" "CallOffState" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "instrument" "Instrument" NOT NULL,
    "title" TEXT NOT NULL,
    "need" TEXT NOT NULL DEFAULT '',
    "forWhom" TEXT NOT NULL DEFAULT '',
    "outcomeCodes" TEXT[],
    "startsOn" DATE,
    "endsOn" DATE,
    "extensionMonths" INTEGER NOT NULL DEFAULT 0,
    "mobilisationWeeks" INTEGER NOT NULL DEFAULT 0,
    "estimatePence" BIGINT NOT NULL DEFAULT 0,
    "socialValueStatement" TEXT NOT NULL DEFAULT '',
    "barriersConsidered" TEXT NOT NULL DEFAULT '',
    "route" "CallOffRoute",
    "routeReason" TEXT NOT NULL DEFAULT '',
    "ruleCodes" TEXT[],
    "routeFacts" JSONB,
    "registerId" UUID,
    "priceMethod" "PriceMethod" NOT NULL DEFAULT 'lowestOverPrice',
    "socialValueReason" TEXT NOT NULL DEFAULT '',
    "vcseShareBp" INTEGER,
    "sharedBy" "ShareMethod" NOT NULL DEFAULT 'percent',
    "investorId" UUID,
    "returnCapBp" INTEGER,
    "publishOn" DATE,
    "clarifyUntil" TIMESTAMPTZ(3),
    "closesAt" TIMESTAMPTZ(3),
    "decideOn" DATE,
    "standstillDays" INTEGER NOT NULL DEFAULT 8,
    "conflictsAssessment" TEXT NOT NULL DEFAULT '',
    "engagementIntro" TEXT NOT NULL DEFAULT '',
    "engagementOpenedAt" TIMESTAMPTZ(3),
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "editedById" UUID,
    "conflictsAssessedAt" TIMESTAMPTZ(3),
    "publishedById" UUID,
    "publishedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "openedAt" TIMESTAMPTZ(3),
    "lockedAt" TIMESTAMPTZ(3),
    "lockedById" UUID,
    "proposedById" UUID,
    "proposedAt" TIMESTAMPTZ(3),
    "approvedAt" TIMESTAMPTZ(3),
    "notifiedAt" TIMESTAMPTZ(3),
    "noticedAt" TIMESTAMPTZ(3),
    "standstillEndsOn" DATE,
    "concludedAt" TIMESTAMPTZ(3),
    "endReason" TEXT,
    "endedById" UUID,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CallOff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Lot" (
    "id" UUID NOT NULL,
    "callOffId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "categoryCode" TEXT NOT NULL,
    "cohortCode" TEXT,
    "placeCodes" TEXT[],
    "unit" "RateUnit" NOT NULL,
    "budgetPence" BIGINT NOT NULL,
    "extensionPence" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "Lot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LotVolume" (
    "lotId" UUID NOT NULL,
    "month" DATE NOT NULL,
    "volume" INTEGER NOT NULL,

    CONSTRAINT "LotVolume_pkey" PRIMARY KEY ("lotId","month")
);

-- CreateTable
CREATE TABLE "CallOffFunder" (
    "id" UUID NOT NULL,
    "callOffId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "FundingState" NOT NULL DEFAULT 'listed',
    "agreedById" UUID,
    "agreedAt" TIMESTAMPTZ(3),
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "budgetId" UUID,
    "reason" TEXT,

    CONSTRAINT "CallOffFunder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LotShare" (
    "funderId" UUID NOT NULL,
    "lotId" UUID NOT NULL,
    "shareBp" INTEGER NOT NULL,
    "sharePence" BIGINT NOT NULL,
    "awardPence" BIGINT,

    CONSTRAINT "LotShare_pkey" PRIMARY KEY ("funderId","lotId")
);

-- CreateTable
CREATE TABLE "Criterion" (
    "id" UUID NOT NULL,
    "callOffId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "CriterionKind" NOT NULL,
    "title" TEXT NOT NULL,
    "question" TEXT NOT NULL DEFAULT '',
    "guidance" TEXT NOT NULL DEFAULT '',
    "weightBp" INTEGER NOT NULL,
    "wordLimit" INTEGER,
    "minimum" INTEGER,

    CONSTRAINT "Criterion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CallOffCondition" (
    "id" UUID NOT NULL,
    "callOffId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "about" "ConditionAbout" NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "why" TEXT NOT NULL,

    CONSTRAINT "CallOffCondition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CallOffDeclaration" (
    "id" UUID NOT NULL,
    "callOffId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "conflicted" BOOLEAN NOT NULL,
    "detail" TEXT NOT NULL DEFAULT '',
    "declaredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CallOffDeclaration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EngagementPost" (
    "id" UUID NOT NULL,
    "callOffId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "postedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EngagementPost_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "callOffId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "state" "InvitationState" NOT NULL DEFAULT 'invited',
    "lotNumbers" INTEGER[],
    "because" TEXT NOT NULL DEFAULT '',
    "invitedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LeftOut" (
    "callOffId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "LeftOut_pkey" PRIMARY KEY ("callOffId","organisationId")
);

-- CreateTable
CREATE TABLE "Clarification" (
    "id" UUID NOT NULL,
    "callOffId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "organisationId" UUID NOT NULL,
    "askedById" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Clarification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Amendment" (
    "id" UUID NOT NULL,
    "callOffId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "closesAtBefore" TIMESTAMPTZ(3) NOT NULL,
    "closesAtAfter" TIMESTAMPTZ(3) NOT NULL,
    "publishedById" UUID NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Amendment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OpportunityWatch" (
    "userId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "categoryCodes" TEXT[],
    "placeCodes" TEXT[],
    "startedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OpportunityWatch_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "CallOffKey" (
    "callOffId" UUID NOT NULL,
    "quality" TEXT,
    "price" TEXT,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "destroyedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CallOffKey_pkey" PRIMARY KEY ("callOffId")
);

-- CreateTable
CREATE TABLE "Opening" (
    "callOffId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Opening_pkey" PRIMARY KEY ("callOffId","userId")
);

-- CreateTable
CREATE TABLE "Tender" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "callOffId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "state" "TenderState" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "sealedQuality" TEXT,
    "sealedPrice" TEXT,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "editedById" UUID,
    "editedAt" TIMESTAMPTZ(3),
    "submittedNumber" INTEGER,
    "submittedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "Tender_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Submission" (
    "tenderId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "sealedQuality" TEXT,
    "sealedPrice" TEXT,
    "submittedById" UUID NOT NULL,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,
    "droppedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Submission_pkey" PRIMARY KEY ("tenderId","number")
);

-- CreateTable
CREATE TABLE "TenderPartner" (
    "id" UUID NOT NULL,
    "tenderId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "state" "TenderPartnerState" NOT NULL DEFAULT 'asked',
    "sealed" TEXT,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "TenderPartner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TenderLot" (
    "tenderId" UUID NOT NULL,
    "lotId" UUID NOT NULL,
    "pricePence" BIGINT,
    "vatPence" BIGINT,

    CONSTRAINT "TenderLot_pkey" PRIMARY KEY ("tenderId","lotId")
);

-- CreateIndex
CREATE INDEX "LotAward_callOffId_idx" ON "LotAward"("callOffId");

-- CreateIndex
CREATE INDEX "AssessmentSummary_callOffId_idx" ON "AssessmentSummary"("callOffId");

-- CreateIndex
CREATE INDEX "Challenge_callOffId_state_idx" ON "Challenge"("callOffId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "CallOff_reference_key" ON "CallOff"("reference");

-- CreateIndex
CREATE INDEX "CallOff_organisationId_state_idx" ON "CallOff"("organisationId", "state");

-- CreateIndex
CREATE INDEX "CallOff_state_closesAt_idx" ON "CallOff"("state", "closesAt");

-- CreateIndex
CREATE UNIQUE INDEX "Lot_callOffId_number_key" ON "Lot"("callOffId", "number");

-- CreateIndex
CREATE INDEX "CallOffFunder_organisationId_state_idx" ON "CallOffFunder"("organisationId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "CallOffFunder_callOffId_organisationId_key" ON "CallOffFunder"("callOffId", "organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Criterion_callOffId_number_key" ON "Criterion"("callOffId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "CallOffCondition_callOffId_number_key" ON "CallOffCondition"("callOffId", "number");

-- CreateIndex
CREATE INDEX "CallOffDeclaration_callOffId_userId_idx" ON "CallOffDeclaration"("callOffId", "userId");

-- CreateIndex
CREATE INDEX "EngagementPost_callOffId_postedAt_idx" ON "EngagementPost"("callOffId", "postedAt");

-- CreateIndex
CREATE INDEX "Invitation_organisationId_state_idx" ON "Invitation"("organisationId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_callOffId_organisationId_key" ON "Invitation"("callOffId", "organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Clarification_callOffId_number_key" ON "Clarification"("callOffId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Amendment_callOffId_number_key" ON "Amendment"("callOffId", "number");

-- CreateIndex
CREATE INDEX "OpportunityWatch_organisationId_idx" ON "OpportunityWatch"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Tender_reference_key" ON "Tender"("reference");

-- CreateIndex
CREATE INDEX "Tender_organisationId_state_idx" ON "Tender"("organisationId", "state");

-- CreateIndex
CREATE INDEX "Tender_callOffId_state_idx" ON "Tender"("callOffId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Tender_callOffId_organisationId_key" ON "Tender"("callOffId", "organisationId");

-- CreateIndex
CREATE INDEX "TenderPartner_organisationId_state_idx" ON "TenderPartner"("organisationId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "TenderPartner_tenderId_organisationId_key" ON "TenderPartner"("tenderId", "organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Agreement_lotId_key" ON "Agreement"("lotId");

-- CreateIndex
CREATE INDEX "Commitment_callOffId_idx" ON "Commitment"("callOffId");

-- CreateIndex
CREATE INDEX "Notice_callOffId_number_idx" ON "Notice"("callOffId", "number");

-- AddForeignKey
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_purchaseId_fkey" FOREIGN KEY ("purchaseId") REFERENCES "Purchase"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_callOffId_fkey" FOREIGN KEY ("callOffId") REFERENCES "CallOff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_lotId_fkey" FOREIGN KEY ("lotId") REFERENCES "Lot"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_tenderId_fkey" FOREIGN KEY ("tenderId") REFERENCES "Tender"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_investorId_fkey" FOREIGN KEY ("investorId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evaluator" ADD CONSTRAINT "Evaluator_callOffId_fkey" FOREIGN KEY ("callOffId") REFERENCES "CallOff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evaluator" ADD CONSTRAINT "Evaluator_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Score" ADD CONSTRAINT "Score_tenderId_fkey" FOREIGN KEY ("tenderId") REFERENCES "Tender"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Score" ADD CONSTRAINT "Score_criterionId_fkey" FOREIGN KEY ("criterionId") REFERENCES "Criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Score" ADD CONSTRAINT "Score_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consensus" ADD CONSTRAINT "Consensus_tenderId_fkey" FOREIGN KEY ("tenderId") REFERENCES "Tender"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consensus" ADD CONSTRAINT "Consensus_criterionId_fkey" FOREIGN KEY ("criterionId") REFERENCES "Criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LotAward" ADD CONSTRAINT "LotAward_lotId_fkey" FOREIGN KEY ("lotId") REFERENCES "Lot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LotAward" ADD CONSTRAINT "LotAward_callOffId_fkey" FOREIGN KEY ("callOffId") REFERENCES "CallOff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LotAward" ADD CONSTRAINT "LotAward_tenderId_fkey" FOREIGN KEY ("tenderId") REFERENCES "Tender"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssessmentSummary" ADD CONSTRAINT "AssessmentSummary_tenderId_fkey" FOREIGN KEY ("tenderId") REFERENCES "Tender"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssessmentSummary" ADD CONSTRAINT "AssessmentSummary_callOffId_fkey" FOREIGN KEY ("callOffId") REFERENCES "CallOff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Challenge" ADD CONSTRAINT "Challenge_callOffId_fkey" FOREIGN KEY ("callOffId") REFERENCES "CallOff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Challenge" ADD CONSTRAINT "Challenge_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallOff" ADD CONSTRAINT "CallOff_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallOff" ADD CONSTRAINT "CallOff_investorId_fkey" FOREIGN KEY ("investorId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallOff" ADD CONSTRAINT "CallOff_registerId_fkey" FOREIGN KEY ("registerId") REFERENCES "Register"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Lot" ADD CONSTRAINT "Lot_callOffId_fkey" FOREIGN KEY ("callOffId") REFERENCES "CallOff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LotVolume" ADD CONSTRAINT "LotVolume_lotId_fkey" FOREIGN KEY ("lotId") REFERENCES "Lot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallOffFunder" ADD CONSTRAINT "CallOffFunder_callOffId_fkey" FOREIGN KEY ("callOffId") REFERENCES "CallOff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallOffFunder" ADD CONSTRAINT "CallOffFunder_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallOffFunder" ADD CONSTRAINT "CallOffFunder_budgetId_fkey" FOREIGN KEY ("budgetId") REFERENCES "Budget"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LotShare" ADD CONSTRAINT "LotShare_funderId_fkey" FOREIGN KEY ("funderId") REFERENCES "CallOffFunder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LotShare" ADD CONSTRAINT "LotShare_lotId_fkey" FOREIGN KEY ("lotId") REFERENCES "Lot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Criterion" ADD CONSTRAINT "Criterion_callOffId_fkey" FOREIGN KEY ("callOffId") REFERENCES "CallOff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallOffCondition" ADD CONSTRAINT "CallOffCondition_callOffId_fkey" FOREIGN KEY ("callOffId") REFERENCES "CallOff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallOffDeclaration" ADD CONSTRAINT "CallOffDeclaration_callOffId_fkey" FOREIGN KEY ("callOffId") REFERENCES "CallOff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EngagementPost" ADD CONSTRAINT "EngagementPost_callOffId_fkey" FOREIGN KEY ("callOffId") REFERENCES "CallOff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EngagementPost" ADD CONSTRAINT "EngagementPost_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_purchaseId_fkey" FOREIGN KEY ("purchaseId") REFERENCES "Purchase"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_callOffId_fkey" FOREIGN KEY ("callOffId") REFERENCES "CallOff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_registerId_fkey" FOREIGN KEY ("registerId") REFERENCES "Register"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_callOffId_fkey" FOREIGN KEY ("callOffId") REFERENCES "CallOff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_callOffId_fkey" FOREIGN KEY ("callOffId") REFERENCES "CallOff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LeftOut" ADD CONSTRAINT "LeftOut_callOffId_fkey" FOREIGN KEY ("callOffId") REFERENCES "CallOff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LeftOut" ADD CONSTRAINT "LeftOut_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Clarification" ADD CONSTRAINT "Clarification_callOffId_fkey" FOREIGN KEY ("callOffId") REFERENCES "CallOff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Clarification" ADD CONSTRAINT "Clarification_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_callOffId_fkey" FOREIGN KEY ("callOffId") REFERENCES "CallOff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpportunityWatch" ADD CONSTRAINT "OpportunityWatch_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpportunityWatch" ADD CONSTRAINT "OpportunityWatch_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallOffKey" ADD CONSTRAINT "CallOffKey_callOffId_fkey" FOREIGN KEY ("callOffId") REFERENCES "CallOff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Opening" ADD CONSTRAINT "Opening_callOffId_fkey" FOREIGN KEY ("callOffId") REFERENCES "CallOff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Opening" ADD CONSTRAINT "Opening_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tender" ADD CONSTRAINT "Tender_callOffId_fkey" FOREIGN KEY ("callOffId") REFERENCES "CallOff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tender" ADD CONSTRAINT "Tender_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_tenderId_fkey" FOREIGN KEY ("tenderId") REFERENCES "Tender"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TenderPartner" ADD CONSTRAINT "TenderPartner_tenderId_fkey" FOREIGN KEY ("tenderId") REFERENCES "Tender"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TenderPartner" ADD CONSTRAINT "TenderPartner_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TenderLot" ADD CONSTRAINT "TenderLot_tenderId_fkey" FOREIGN KEY ("tenderId") REFERENCES "Tender"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TenderLot" ADD CONSTRAINT "TenderLot_lotId_fkey" FOREIGN KEY ("lotId") REFERENCES "Lot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- States move only as the machines allow.
create trigger allowed_move before update of "state" on "CallOff" for each row execute function allowed_move('callOff');
create trigger allowed_move before update of "state" on "CallOffFunder" for each row execute function allowed_move('funding');
create trigger allowed_move before update of "state" on "Invitation" for each row execute function allowed_move('invitation');
create trigger allowed_move before update of "state" on "Tender" for each row execute function allowed_move('tender');
create trigger allowed_move before update of "state" on "TenderPartner" for each row execute function allowed_move('tenderPartner');
create trigger allowed_move before update of "state" on "Challenge" for each row execute function allowed_move('challenge');
insert into "AllowedMove" ("subject", "from", "to") values
  ('callOff', 'draft', 'conflictsAssessed'),
  ('callOff', 'draft', 'withdrawn'),
  ('callOff', 'conflictsAssessed', 'funded'),
  ('callOff', 'conflictsAssessed', 'draft'),
  ('callOff', 'conflictsAssessed', 'withdrawn'),
  ('callOff', 'funded', 'published'),
  ('callOff', 'funded', 'draft'),
  ('callOff', 'funded', 'withdrawn'),
  ('callOff', 'published', 'closed'),
  ('callOff', 'published', 'withdrawn'),
  ('callOff', 'closed', 'opened'),
  ('callOff', 'closed', 'cancelled'),
  ('callOff', 'closed', 'unsuccessful'),
  ('callOff', 'opened', 'evaluating'),
  ('callOff', 'opened', 'cancelled'),
  ('callOff', 'opened', 'unsuccessful'),
  ('callOff', 'evaluating', 'moderated'),
  ('callOff', 'evaluating', 'cancelled'),
  ('callOff', 'evaluating', 'unsuccessful'),
  ('callOff', 'moderated', 'awardProposed'),
  ('callOff', 'moderated', 'cancelled'),
  ('callOff', 'moderated', 'unsuccessful'),
  ('callOff', 'awardProposed', 'approved'),
  ('callOff', 'awardProposed', 'moderated'),
  ('callOff', 'awardProposed', 'cancelled'),
  ('callOff', 'approved', 'notified'),
  ('callOff', 'approved', 'cancelled'),
  ('callOff', 'notified', 'standstill'),
  ('callOff', 'notified', 'moderated'),
  ('callOff', 'notified', 'cancelled'),
  ('callOff', 'standstill', 'concluded'),
  ('callOff', 'standstill', 'moderated'),
  ('callOff', 'standstill', 'cancelled'),
  ('funding', 'listed', 'asked'),
  ('funding', 'asked', 'agreed'),
  ('funding', 'asked', 'refused'),
  ('funding', 'asked', 'listed'),
  ('funding', 'agreed', 'listed'),
  ('funding', 'agreed', 'waiting'),
  ('funding', 'waiting', 'approved'),
  ('funding', 'waiting', 'refused'),
  ('funding', 'waiting', 'agreed'),
  ('funding', 'approved', 'agreed'),
  ('funding', 'refused', 'listed'),
  ('funding', 'refused', 'agreed'),
  ('invitation', 'invited', 'intends'),
  ('invitation', 'invited', 'declined'),
  ('invitation', 'invited', 'noAnswer'),
  ('invitation', 'intends', 'declined'),
  ('invitation', 'declined', 'intends'),
  ('tender', 'draft', 'submitted'),
  ('tender', 'draft', 'withdrawn'),
  ('tender', 'submitted', 'withdrawn'),
  ('tender', 'submitted', 'opened'),
  ('tender', 'opened', 'assessed'),
  ('tender', 'opened', 'disregarded'),
  ('tender', 'assessed', 'successful'),
  ('tender', 'assessed', 'unsuccessful'),
  ('tender', 'successful', 'assessed'),
  ('tender', 'unsuccessful', 'assessed'),
  ('tender', 'withdrawn', 'draft'),
  ('tenderPartner', 'asked', 'confirmed'),
  ('tenderPartner', 'asked', 'declined'),
  ('tenderPartner', 'confirmed', 'asked'),
  ('tenderPartner', 'confirmed', 'declined'),
  ('tenderPartner', 'declined', 'asked'),
  ('challenge', 'open', 'upheld'),
  ('challenge', 'open', 'dismissed'),
  ('challenge', 'open', 'withdrawn'),
  ('agreement', 'drafting', 'signed'),
  ('agreement', 'drafting', 'terminated');

-- What is only ever added.
create trigger only_added before update or delete or truncate on "CallOffDeclaration" for each statement execute function only_added();
create trigger only_added before update or delete or truncate on "EngagementPost" for each statement execute function only_added();
create trigger only_added before update or delete or truncate on "Amendment" for each statement execute function only_added();
create trigger only_added before update or delete or truncate on "Opening" for each statement execute function only_added();
create trigger only_added before update or delete or truncate on "Score" for each statement execute function only_added();
create trigger only_added before update or delete or truncate on "Consensus" for each statement execute function only_added();
create trigger only_added before update or delete or truncate on "LotAward" for each statement execute function only_added();
create trigger only_added before update or delete or truncate on "AssessmentSummary" for each statement execute function only_added();

-- Places, amounts, weights, dates.
create trigger known_places before insert or update of "placeCodes" on "Lot" for each row execute function known_places();
alter table "CallOff" add constraint "dates_in_order" check ("startsOn" is null or "endsOn" is null or "endsOn" >= "startsOn");
alter table "CallOff" add constraint "amounts_are_real" check ("estimatePence" >= 0 and "extensionMonths" between 0 and 120 and "mobilisationWeeks" between 0 and 104);
alter table "CallOff" add constraint "shares_are_real" check (("vcseShareBp" is null or "vcseShareBp" between 0 and 10000) and ("returnCapBp" is null or "returnCapBp" between 0 and 10000));
alter table "CallOff" add constraint "questions_end_first" check ("clarifyUntil" is null or "closesAt" is null or "clarifyUntil" < "closesAt");
alter table "CallOff" add constraint "a_standstill" check ("standstillDays" = 0 or "standstillDays" between 8 and 30);
alter table "Lot" add constraint "amounts_are_real" check ("budgetPence" > 0 and "extensionPence" >= 0);
alter table "LotVolume" add constraint "a_volume" check ("volume" >= 0 and extract(day from "month") = 1);
alter table "LotShare" add constraint "a_share" check ("shareBp" between 0 and 10000 and "sharePence" >= 0 and coalesce("awardPence", 0) >= 0);
alter table "Criterion" add constraint "a_weight" check ("weightBp" between 0 and 10000 and ("wordLimit" is null or "wordLimit" between 50 and 5000) and ("minimum" is null or "minimum" between 1 and 5));
alter table "Score" add constraint "a_score" check ("score" between 0 and 5 and length(trim("reason")) > 0);
alter table "Consensus" add constraint "a_score" check ("score" between 0 and 5 and length(trim("reason")) > 0);
alter table "LotAward" add constraint "a_reason" check (length(trim("reason")) > 0 and "pricePence" >= 0 and "vatPence" >= 0);
alter table "TenderLot" add constraint "a_price" check (("pricePence" is null) = ("vatPence" is null) and coalesce("pricePence", 0) >= 0 and coalesce("vatPence", 0) >= 0);
alter table "Submission" add constraint "a_hash" check ("hash" ~ '^[0-9a-f]{64}$');
alter table "Submission" add constraint "dropped_is_gone" check ("droppedAt" is null or ("sealedQuality" is null and "sealedPrice" is null));
alter table "CallOffKey" add constraint "destroyed_is_gone" check ("destroyedAt" is null or ("quality" is null and "price" is null));
alter table "Notice" add constraint "about_one_thing" check (num_nonnulls("registerId", "callOffId") = 1);
alter table "Commitment" add constraint "for_one_thing" check (num_nonnulls("purchaseId", "callOffId") = 1);
create unique index "Commitment_one_held_for_call_off" on "Commitment" ("budgetId", (case when "releasedAt" is null then "callOffId" end));
alter table "Agreement" add constraint "from_one_thing" check (num_nonnulls("purchaseId", "lotId") = 1 and num_nonnulls("lotId", "callOffId", "tenderId") in (0, 3));
alter table "Agreement" add constraint "signed_by_both" check (
  "state" in ('drafting', 'terminated')
  or ("signedAt" is not null and ("purchaseId" is not null or ("buyerSignedAt" is not null and "supplierSignedAt" is not null)))
);

-- A call-off takes its great steps only when what they rest on is there, whoever writes.
create function call_off_step() returns trigger language plpgsql as $$
begin
  if new."state" is not distinct from old."state" then
    return new;
  end if;
  if new."state" in ('funded', 'published') and (
    not exists (select 1 from "CallOffFunder" where "callOffId" = new."id")
    or exists (select 1 from "CallOffFunder" where "callOffId" = new."id" and "state" <> 'agreed')
    or exists (select 1 from "Lot" l where l."callOffId" = new."id"
      and l."budgetPence" <> (select coalesce(sum(s."sharePence"), 0) from "LotShare" s where s."lotId" = l."id"))
  ) then
    raise exception 'the funders of % have not agreed to all of it', new."reference" using errcode = '23514';
  end if;
  if new."state" = 'published' and (
    new."closesAt" is null or new."publishedAt" is null or new."closesAt" <= new."publishedAt"
    or (select coalesce(sum("weightBp"), 0) from "Criterion" where "callOffId" = new."id") <> 10000
  ) then
    raise exception '% cannot be published as it is', new."reference" using errcode = '23514';
  end if;
  if new."state" = 'opened' and (
    new."closesAt" > clock_timestamp() or (select count(*) from "Opening" where "callOffId" = new."id") < 2
  ) then
    raise exception '% cannot be opened yet', new."reference" using errcode = '23514';
  end if;
  if new."state" = 'approved' and exists (select 1 from "CallOffFunder" where "callOffId" = new."id" and "state" <> 'approved') then
    raise exception 'a funder of % has not approved', new."reference" using errcode = '23514';
  end if;
  if new."state" = 'concluded' and exists (select 1 from "Challenge" where "callOffId" = new."id" and "state" = 'open') then
    raise exception 'a challenge to % is open', new."reference" using errcode = '23514';
  end if;
  return new;
end $$;
create trigger call_off_step before update of "state" on "CallOff" for each row execute function call_off_step();

-- Nobody approves what they proposed.
create function nobody_approves_their_award() returns trigger language plpgsql as $$
begin
  if new."state" = 'approved' and new."decidedById" = (select "proposedById" from "CallOff" where "id" = new."callOffId") then
    raise exception 'nobody approves what they proposed' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger nobody_approves_their_award before insert or update on "CallOffFunder" for each row execute function nobody_approves_their_award();

-- No tender comes in after the close, and what was submitted can only lose its content.
create function before_the_close() returns trigger language plpgsql as $$
begin
  if not exists (
    select 1 from "Tender" t join "CallOff" c on c."id" = t."callOffId"
    where t."id" = new."tenderId" and c."state" = 'published' and new."submittedAt" < c."closesAt"
  ) then
    raise exception 'this call-off takes no tenders now' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger before_the_close before insert on "Submission" for each row execute function before_the_close();
create function fixed_submission() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - '{sealedQuality,sealedPrice,droppedAt}'::text[]) is distinct from (to_jsonb(old) - '{sealedQuality,sealedPrice,droppedAt}'::text[])
    or (new."sealedQuality" is not null and new."sealedQuality" is distinct from old."sealedQuality")
    or (new."sealedPrice" is not null and new."sealedPrice" is distinct from old."sealedPrice") then
    raise exception 'a submission can no longer change' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger fixed_submission before update on "Submission" for each row execute function fixed_submission();

-- Keys are made once and destroyed once.
create function fixed_key() returns trigger language plpgsql as $$
begin
  if (new."quality" is not null and new."quality" is distinct from old."quality")
    or (new."price" is not null and new."price" is distinct from old."price") then
    raise exception 'a key can only be destroyed' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger fixed_key before update on "CallOffKey" for each row execute function fixed_key();

-- Nobody scores without having declared that they have no conflict, and nobody scores what is locked.
create function may_be_scored() returns trigger language plpgsql as $$
declare
  about record;
begin
  select c."id", c."lockedAt" into about from "Tender" t join "CallOff" c on c."id" = t."callOffId" where t."id" = new."tenderId";
  if about."lockedAt" is not null then
    raise exception 'the quality of these tenders is locked' using errcode = '23514';
  end if;
  if not coalesce((
    select not d."conflicted" from "CallOffDeclaration" d
    where d."callOffId" = about."id" and d."userId" = new."userId" order by d."declaredAt" desc, d."id" desc limit 1
  ), false) then
    raise exception 'nobody scores without a conflict declaration' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger may_be_scored before insert on "Score" for each row execute function may_be_scored();
create function changed_with_a_reason() returns trigger language plpgsql as $$
begin
  if length(trim(coalesce(new."changedFor", ''))) = 0 and exists (
    select 1 from "Tender" t join "CallOff" c on c."id" = t."callOffId" where t."id" = new."tenderId" and c."lockedAt" is not null
  ) then
    raise exception 'a change after the lock says why' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger changed_with_a_reason before insert on "Consensus" for each row execute function changed_with_a_reason();

-- Whatever ends, ends with a reason; judged at commit.
create function ends_with_a_reason() returns trigger language plpgsql as $$
begin
  if exists (select 1 from "CallOff" where "id" = new."id" and "state" in ('withdrawn', 'cancelled', 'unsuccessful')
      and (length(trim(coalesce("endReason", ''))) = 0 or "endedAt" is null)) then
    raise exception 'a call-off ends with a reason' using errcode = '23514';
  end if;
  return null;
end $$;
create constraint trigger ends_with_a_reason after update of "state" on "CallOff" deferrable initially deferred for each row execute function ends_with_a_reason();
create function challenge_has_an_outcome() returns trigger language plpgsql as $$
begin
  if exists (select 1 from "Challenge" where "id" = new."id" and "state" <> 'open'
      and ("decidedById" is null or length(trim(coalesce("outcome", ''))) = 0)) then
    raise exception 'a challenge is decided with an outcome' using errcode = '23514';
  end if;
  return null;
end $$;
create constraint trigger challenge_has_an_outcome after update of "state" on "Challenge" deferrable initially deferred for each row execute function challenge_has_an_outcome();

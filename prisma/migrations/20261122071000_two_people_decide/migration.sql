-- CreateEnum
CREATE TYPE "RemovalGround" AS ENUM ('excluded', 'excludable', 'conditions');

-- AlterTable
ALTER TABLE "ApplicationPart" ADD COLUMN     "proposed" "PartDecision",
ADD COLUMN     "proposedCodes" TEXT[],
ADD COLUMN     "proposedReasons" TEXT;

-- AlterTable
ALTER TABLE "Membership" ADD COLUMN     "endedById" UUID,
ADD COLUMN     "proposedById" UUID,
ADD COLUMN     "proposedGround" "RemovalGround",
ADD COLUMN     "reviewNote" TEXT;

-- AlterTable
ALTER TABLE "Representation" ADD COLUMN     "isLast" BOOLEAN NOT NULL DEFAULT false;

-- Whoever proposes a removal does not decide it.
alter table "Membership" add constraint "removed_by_another" check ("state" <> 'removed' or "proposedById" is null or "endedById" is null or "proposedById" <> "endedById");


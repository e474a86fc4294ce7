-- CreateEnum
CREATE TYPE "ShareMethod" AS ENUM ('percent', 'pounds');

-- AlterTable
ALTER TABLE "Purchase" ADD COLUMN     "sharedBy" "ShareMethod" NOT NULL DEFAULT 'percent';

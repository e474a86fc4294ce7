-- A share is set aside in one budget of each financial year, so a funder no longer has one budget: its commitments say which.
-- DropForeignKey
ALTER TABLE "CallOffFunder" DROP CONSTRAINT "CallOffFunder_budgetId_fkey";

-- AlterTable
ALTER TABLE "CallOffFunder" DROP COLUMN "budgetId";

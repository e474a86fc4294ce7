import type { Case, Page } from "../ground/world";
import { account } from "./account";
import { agreeing, agreeingPages } from "./agreeing";
import { buyer } from "./buyer";
import { buyingPages } from "./buying-pages";
import { awarding, awardingPages } from "./call-off-award";
import { judging, judgingPages } from "./call-off-judging";
import { callOffMoney, callOffMoneyPages } from "./call-off-money";
import { callOffNeed, callOffNeedPages } from "./call-off-need";
import { callOffOpen, callOffOpenPages } from "./call-off-open";
import { charityPages } from "./charity-pages";
import { consortia, consortiumPages } from "./consortia";
import { deciding, decidingPages } from "./deciding";
import { designActions, designPages } from "./design";
import { evidence, evidencePages } from "./evidence";
import { pages } from "./pages";
import { provider } from "./provider";
import { saved, savedPages } from "./saved";
import { shared } from "./shared";
import { standing, standingPages } from "./standing";
import { steward } from "./steward";
import { tenderPages, tenders } from "./tenders";

/** Every server action of the application, by file and name: who may press it. */
export const actions: Record<string, readonly Case[]> = {
  ...account,
  ...provider,
  ...consortia,
  ...steward,
  ...designActions,
  ...standing,
  ...deciding,
  ...buyer,
  ...saved,
  ...shared,
  ...agreeing,
  ...judging,
  ...awarding,
  ...evidence,
  ...tenders,
  ...callOffNeed,
  ...callOffMoney,
  ...callOffOpen,
};

/** Every page and route handler, by address: who is shown it. */
export const addresses: Record<string, readonly Page[]> = {
  ...pages,
  ...designPages,
  ...charityPages,
  ...consortiumPages,
  ...buyingPages,
  ...agreeingPages,
  ...judgingPages,
  ...awardingPages,
  ...savedPages,
  ...standingPages,
  ...evidencePages,
  ...decidingPages,
  ...tenderPages,
  ...callOffNeedPages,
  ...callOffMoneyPages,
  ...callOffOpenPages,
};

import type { Page } from "../ground/world";
import { of, open } from "./pages";
import { anywhere, atHome, auditors, authorities, providers, seated, signers, type Who } from "./who";

const own = atHome(authorities);
/** Everybody of an authority, and every auditor. */
const buyers: readonly Who[] = [...new Set([...authorities, ...auditors])];
/** Everybody of this authority, and every auditor. */
const file: readonly Who[] = [...new Set([...own, ...auditors])];
const commissioners: readonly Who[] = ["authority.commissioner"];
const approvers: readonly Who[] = ["authority.approver"];

const purchase = (path: string, state: string) =>
  of(
    path,
    `select id, "organisationId" as authority, "supplierId" as provider from "Purchase" p where state = '${state}'
     and (select count(*) from "Funder" f where f."purchaseId" = p.id) = 1 order by reference limit 1`,
  );
const agreement = (path: string, state: string) =>
  of(
    path,
    `select id, "buyerId" as authority, "supplierId" as provider from "Agreement" a where state = '${state}'
     and (select count(*) from "Funder" f where f."purchaseId" = a."purchaseId") = 1 order by reference limit 1`,
  );
const coFunded = `select p.id, f."organisationId" as authority, p."supplierId" as provider from "Funder" f
  join "Purchase" p on p.id = f."purchaseId"
  where f.state = 'waiting' and p.state = 'proposed' and f."organisationId" <> p."organisationId" order by 1 limit 1`;
const budget = `select b.id, b."organisationId" as authority from "Budget" b join "Organisation" o on o.id = b."organisationId"
  where o.name = 'Weald Probation Commissioning' order by 1 limit 1`;
const onSale = `select s.reference, s.id from "Service" s join "Membership" m on m.id = s."membershipId"
  where s.state = 'published' and m.state = 'active' order by 1 limit 1`;
const shortlist = `select l.id, l."organisationId" as authority,
  (select e.id from "ShortlistEntry" e where e."shortlistId" = l.id and e."droppedAt" is null order by 1 limit 1) as entry
  from "Shortlist" l where l.state = 'open' order by l.reference limit 1`;

const sharedList = `select l.id, l."organisationId" as authority, h."organisationId" as organisation
  from "Shortlist" l join "ShortlistShare" h on h."shortlistId" = l.id where h."endedAt" is null order by 1 limit 1`;

/** What the two sides of a purchase read. */
export const buyingPages: Record<string, readonly Page[]> = {
  "/find": open,
  "/find/csv": open,
  "/find/suggest": open,
  "/find/[reference]": [{ may: authorities, at: of("/find/[reference]", onSale) }],
  "/compare": [{ may: authorities, at: of("/compare?s=[reference]", onSale) }],
  "/compare/csv": [{ may: authorities, at: of("/compare/csv?s=[reference]", onSale) }],
  "/shortlists": [{ may: buyers }],
  "/shortlists/csv": [{ may: buyers }],
  "/shortlists/new": [{ may: anywhere(...commissioners) }],
  "/shortlists/add": [
    {
      may: commissioners,
      sent: ["authority.commissioner@other"],
      at: of("/shortlists/add?service=[reference]", onSale),
    },
  ],
  "/shortlists/[id]": [{ may: file, at: of("/shortlists/[id]", shortlist) }],
  "/shortlists/[id]/csv": [{ may: file, at: of("/shortlists/[id]/csv", shortlist) }],
  "/shortlists/[id]/results": [
    { may: [...own, "authority.auditor@other"], at: of("/shortlists/[id]/results", shortlist) },
  ],
  "/shortlists/[id]/share": [{ may: commissioners, at: of("/shortlists/[id]/share", shortlist) }],
  "/shortlists/[id]/unshare": [
    { may: commissioners, at: of("/shortlists/[id]/unshare?from=[organisation]", sharedList) },
  ],
  "/shortlists/[id]/freeze": [{ may: commissioners, at: of("/shortlists/[id]/freeze", shortlist) }],
  "/shortlists/[id]/entries/[entry]": [{ may: commissioners, at: of("/shortlists/[id]/entries/[entry]", shortlist) }],
  "/budgets": [{ may: buyers }],
  "/budgets/csv": [{ may: buyers }],
  "/budgets/new": [{ may: anywhere(...approvers) }],
  "/budgets/limit": [{ may: anywhere(...approvers) }],
  "/budgets/[id]": [{ may: file, at: of("/budgets/[id]", budget) }],
  "/purchases": [{ may: buyers }],
  "/purchases/csv": [{ may: buyers }],
  "/purchases/new": [{ may: anywhere(...commissioners), at: of("/purchases/new?service=[id]", onSale) }],
  "/purchases/[id]": [
    { as: "a draft", may: file, at: purchase("/purchases/[id]", "draft") },
    { as: "an offer", may: file, at: purchase("/purchases/[id]", "offered") },
    { as: "to which they bring a share", may: file, at: of("/purchases/[id]", coFunded) },
  ],
  "/purchases/[id]/details": [{ may: commissioners, at: purchase("/purchases/[id]/details", "draft") }],
  "/purchases/[id]/lines": [{ may: commissioners, at: purchase("/purchases/[id]/lines", "draft") }],
  "/purchases/[id]/funders": [{ may: commissioners, at: purchase("/purchases/[id]/funders", "draft") }],
  "/purchases/[id]/check": [{ may: commissioners, at: purchase("/purchases/[id]/check", "draft") }],
  "/purchases/[id]/approve": [
    { as: "the buyer's share", may: approvers, at: purchase("/purchases/[id]/approve", "proposed") },
    { as: "a co-funder's share", may: approvers, at: of("/purchases/[id]/approve", coFunded) },
  ],
  "/purchases/[id]/refuse": [{ may: approvers, at: purchase("/purchases/[id]/refuse", "proposed") }],
  "/purchases/[id]/withdraw": [{ may: commissioners, at: purchase("/purchases/[id]/withdraw", "offered") }],
  "/offers": [{ may: providers }],
  "/offers/csv": [{ may: providers }],
  "/offers/[id]": [{ may: atHome(providers), at: purchase("/offers/[id]", "offered") }],
  "/offers/[id]/accept": [{ may: signers, at: purchase("/offers/[id]/accept", "offered") }],
  "/offers/[id]/decline": [{ may: signers, at: purchase("/offers/[id]/decline", "offered") }],
  "/agreements": [{ may: seated }],
  "/agreements/csv": [{ may: seated }],
  "/agreements/[id]": [
    {
      may: [...new Set([...own, ...atHome(providers), ...auditors])],
      at: agreement("/agreements/[id]", "live"),
    },
  ],
  "/agreements/[id]/move": [
    { may: [...commissioners, ...approvers, ...signers], at: agreement("/agreements/[id]/move", "signed") },
  ],
  "/agreements/[id]/terminate": [
    { may: [...commissioners, ...approvers], at: agreement("/agreements/[id]/terminate", "live") },
  ],
};

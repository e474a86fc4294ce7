import type { Case, Given, Page, World } from "../ground/world";
import { of } from "./pages";
import { anywhere, assessors, atHome, auditors, authorities, providers, signers, writers } from "./who";

const own = atHome(providers);
const file = (more: string) =>
  `select e.id, e."organisationId" as provider from "Evidence" e join "Organisation" o on o.id = e."organisationId"
   where o.name = 'Harbour Steps Trust' and ${more} order by 1 limit 1`;
const registration = file(`e.kind = 'registration'`);
const constitution = file(`e.kind = 'governingDocument' and e.readers = 'buyers'`);

const shared = `select s.id, s."organisationId" as provider, h."organisationId" as authority, h."organisationId" as organisation
  from "ProfileSnapshot" s join "SnapshotShare" h on h."snapshotId" = s.id where h."endedAt" is null order by 1 limit 1`;

const given =
  (fields: (row: Record<string, string>, world: World) => Promise<Given["fields"]> | Given["fields"], sql = shared) =>
  async (world: World): Promise<Given> => {
    const row = await world.row(sql);
    return { provider: row.provider ?? "", fields: await fields(row, world) };
  };

/** What a charity does with its files, and with a profile as it stood on one day. */
export const evidence: Record<string, readonly Case[]> = {
  "(provider)/evidence/actions#withdraw": [
    { may: writers, given: given(({ id = "" }) => ({ evidenceId: id }), registration) },
  ],
  // Nothing has changed there since the last one was taken.
  "(provider)/snapshots/actions#take": [
    {
      may: anywhere("provider.signatory"),
      answer: { "provider.signatory": "conflict" },
      given: given(() => ({ sure: "yes" })),
    },
  ],
  "(provider)/snapshots/actions#share": [
    {
      may: signers,
      given: given(async ({ id = "" }, world) => ({
        snapshotId: id,
        organisationIds: await world.organisation("Severnside Probation Commissioning"),
      })),
    },
  ],
  "(provider)/snapshots/actions#end": [
    {
      may: signers,
      given: given(({ id = "", organisation = "" }) => ({ snapshotId: id, organisationId: organisation })),
    },
  ],
};

const checks = [...new Set([...own, ...assessors, ...auditors])];

export const evidencePages: Record<string, readonly Page[]> = {
  "/evidence": [{ may: providers }],
  "/evidence/csv": [{ may: providers }],
  "/evidence/new": [{ may: anywhere("provider.editor", "provider.signatory") }],
  "/evidence/upload": [{ may: [], sent: providers }],
  "/evidence/[id]": [
    { as: "for the stewards", may: checks, at: of("/evidence/[id]", registration) },
    { as: "for buyers too", may: [...new Set([...checks, ...authorities])], at: of("/evidence/[id]", constitution) },
  ],
  "/evidence/[id]/file": [
    { as: "for the stewards", may: checks, at: of("/evidence/[id]/file", registration) },
    {
      as: "for buyers too",
      may: [...new Set([...checks, ...authorities])],
      at: of("/evidence/[id]/file", constitution),
    },
  ],
  "/evidence/[id]/withdraw": [{ may: writers, at: of("/evidence/[id]/withdraw", registration) }],
  "/snapshots": [{ may: providers }],
  "/snapshots/[id]": [{ may: own, at: of("/snapshots/[id]", shared) }],
  "/snapshots/[id]/share": [{ may: signers, at: of("/snapshots/[id]/share", shared) }],
  "/snapshots/[id]/end": [{ may: signers, at: of("/snapshots/[id]/end?from=[organisation]", shared) }],
  "/snapshots/shared": [{ may: authorities }],
  "/snapshots/shared/[id]": [
    {
      may: [...atHome(authorities), "authority.auditor@other", ...assessors, "steward.auditor"],
      at: of("/snapshots/shared/[id]", shared),
    },
  ],
};

import type { Page, World } from "../ground/world";
import { of } from "./pages";
import { anywhere, atHome, providers, signedIn, type Who, writers } from "./who";

/** What a charity reads. */
export const charityPages: Record<string, readonly Page[]> = charity();

function charity(): Record<string, readonly Page[]> {
  const own = atHome(providers);
  const draft = { provider: "Surrey Waymarkers" };
  const ofDraft = (path: string) => async (world: World) => ({
    path,
    provider: await world.organisation(draft.provider),
  });
  const decided: readonly Who[] = providers.filter((who) => !own.includes(who));
  const service = (path: string, state: string) =>
    of(
      path,
      `select s.id, s."organisationId" as provider from "Service" s join "Membership" m on m.id = s."membershipId"
       where s.state = '${state}' and m.state = 'active' order by s.reference desc limit 1`,
    );
  const written = (section: string): readonly Page[] => [
    { may: writers, at: service(`/services/[id]/${section}`, "draft") },
  ];
  return {
    "/join/organisation": [{ may: ["newcomer", ...providers] }],
    "/join/organisation/asked": [{ may: signedIn }],
    "/organisation": [{ may: providers }],
    "/organisation/details": [{ may: anywhere("provider.signatory") }],
    "/organisation/connections": [{ may: providers }],
    "/organisation/connections/add": [{ may: everyoneWhoWrites() }],
    "/organisation/connections/associated": [{ may: everyoneWhoWrites() }],
    "/organisation/requests": [{ may: anywhere("provider.signatory") }],
    "/organisation/requests/[id]": [
      {
        may: ["provider.signatory"],
        at: of(
          "/organisation/requests/[id]",
          `select id, "organisationId" as provider from "JoinRequest" where state = 'waiting' order by id limit 1`,
        ),
      },
    ],
    "/apply": [{ may: providers, sent: ["newcomer"] }],
    "/apply/profile": [{ may: everyoneWhoWrites() }],
    "/apply/grounds": [{ may: everyoneWhoWrites() }],
    "/apply/conditions": [{ may: providers }],
    "/apply/conditions/[number]": [{ may: everyoneWhoWrites(), at: () => ({ path: "/apply/conditions/1" }) }],
    "/apply/parts": [{ may: writers, sent: decided, at: ofDraft("/apply/parts") }],
    "/apply/check": [{ may: own, sent: decided, at: ofDraft("/apply/check") }],
    "/apply/sent": [{ may: decided, sent: own, at: ofDraft("/apply/sent") }],
    "/apply/withdraw": [{ may: ["provider.signatory"], at: ofDraft("/apply/withdraw") }],
    "/apply/queries/[id]": [
      {
        may: own,
        at: of(
          "/apply/queries/[id]",
          `select q.id, a."organisationId" as provider from "AnswerQuery" q join "Application" a on a.id = q."applicationId"
           where q."repliedAt" is null order by 1 limit 1`,
        ),
      },
    ],
    "/services": [{ may: providers }],
    "/services/csv": [{ may: providers }],
    "/services/new": [{ may: everyoneWhoWrites() }],
    "/services/[id]": [
      // An auditor reads what was sent, wherever they are auditor.
      { as: "one on show", may: [...own, "provider.auditor@other"], at: service("/services/[id]", "published") },
      { as: "one being written", may: own, at: service("/services/[id]", "draft") },
    ],
    "/services/[id]/preview": [{ may: own, at: service("/services/[id]/preview", "draft") }],
    "/services/[id]/description": written("description"),
    "/services/[id]/who": written("who"),
    "/services/[id]/places": written("places"),
    "/services/[id]/delivery": written("delivery"),
    "/services/[id]/prices": written("prices"),
    "/services/[id]/prices/csv": written("prices/csv"),
    "/services/[id]/prices/file": written("prices/file"),
    "/services/[id]/prices/[list]": [
      {
        may: own,
        at: of(
          "/services/[id]/prices/[list]",
          `select s.id, c.id as list, s."organisationId" as provider from "RateCard" c join "Service" s on s.id = c."serviceId"
           where c."publishedAt" is not null and s.state = 'published' order by s.reference limit 1`,
        ),
      },
    ],
    "/services/[id]/cost": written("cost"),
    "/services/[id]/capacity": written("capacity"),
    "/services/[id]/withdraw": [{ may: ["provider.signatory"], at: service("/services/[id]/withdraw", "published") }],
  };
}

function everyoneWhoWrites(): readonly Who[] {
  return ["provider.editor", "provider.editor@other", "provider.signatory", "provider.signatory@other"];
}

import { fingerprint } from "@/lib/core/values/canonical";
import { londonDay } from "@/lib/core/values/moment";
import type { Fields } from "../ground/call";
import type { Case, Given, World } from "../ground/world";
import { organisation } from "./organisation";
import { anywhere, signers, writers } from "./who";

/** A charity's own business: each writer does it for the charity that they act for. */
const ownBusiness = anywhere("provider.editor", "provider.signatory");

/** An application of a charity in a state, which is then "own". */
const application =
  (state: string, more: (row: Record<string, string>, world: World) => Promise<Fields> | Fields = () => ({})) =>
  async (world: World): Promise<Given> => {
    const row = await world.row(
      `select id, "organisationId", version, "registerId" from "Application" where state = $1::"ApplicationState" order by reference limit 1`,
      state,
    );
    return {
      provider: row.organisationId ?? "",
      fields: { applicationId: row.id ?? "", version: String(row.version), ...(await more(row, world)) },
    };
  };

/** A service in a state; its charity is then "own". */
async function service(world: World, state: string): Promise<Given & { id: string }> {
  const { id = "", organisationId = "" } = await world.row(
    `select s.id, s."organisationId" from "Service" s where s.state = $1::"ServiceState"
     and (s.state = 'draft' or exists (select from "Membership" m where m.id = s."membershipId" and m.state = 'active'))
     order by s.reference desc limit 1`,
    state,
  );
  return { id, provider: organisationId, fields: { serviceId: id } };
}

const onService = (state: string, may: Case["may"], more: Fields = {}): Case => ({
  may,
  given: async (world) => {
    const made = await service(world, state);
    return { ...made, fields: { serviceId: made.id, ...more } };
  },
});

/** A page of the service that a member is writing. */
const onDraft = (more: (world: World, id: string) => Promise<Fields> | Fields): Case => ({
  may: writers,
  given: async (world) => {
    const made = await service(world, "draft");
    const { edit } = await world.row(
      `select v.edit from "Service" s join "ServiceVersion" v on v.id = s."draftId" where s.id = $1`,
      made.id,
    );
    return { ...made, fields: { serviceId: made.id, edit: String(edit), ...(await more(world, made.id)) } };
  },
});

/** How often each charity has said something, which is the version that its next saying must name. */
async function versions(world: World, sql: string): Promise<(organisationId: string) => string> {
  const { rows } = await world.client.query<{ id: string; version: string }>(sql);
  const known = new Map(rows.map(({ id, version }) => [id, String(version)]));
  return (organisationId) => known.get(organisationId) ?? "0";
}

const profile = {
  income: "120000",
  incomeYear: "2025",
  staffFte: "4.5",
  vcse: "yes",
  ledByLivedExperience: "no",
  about: "We help people who leave prison.",
  areaOfBenefit: "Kent",
  coDesign: "",
  website: "",
  contactEmail: "hello@charity.example",
};

/** What a charity does. */
export const provider: Record<string, readonly Case[]> = {
  "(provider)/join/organisation/actions#found": [
    {
      may: ["newcomer", ...anywhere("provider.editor", "provider.signatory", "provider.viewer", "provider.auditor")],
      given: () => ({
        fields: {
          name: "A New Charity",
          typeCode: "cio",
          "numbers.GB-CHC": "9987650",
          address: "1 High Street",
        },
      }),
    },
  ],
  ...organisation,
  "(provider)/apply/actions#start": [{ may: ownBusiness }],
  "(provider)/apply/actions#choose": [
    {
      may: writers,
      given: application("draft", async ({ registerId = "" }, world) => ({
        partIds: [
          (await world.row(`select id from "Part" where "registerId" = $1 and number = 2`, registerId)).id ?? "",
        ],
      })),
    },
  ],
  "(provider)/apply/actions#saveOwnProfile": [
    {
      may: ownBusiness,
      given: async (world) => {
        const version = await versions(world, `select "organisationId" as id, version from "Provider"`);
        return { fields: ({ organisationId }) => ({ ...profile, version: version(organisationId) }) };
      },
    },
  ],
  "(provider)/apply/actions#answer": [
    {
      may: ownBusiness,
      given: async (world) => {
        const { id: conditionId = "" } = await world.row(`select id from "Condition" where number = 1`);
        const version = await versions(
          world,
          `select "organisationId" as id, max(version) as version from "ProfileAnswer" where "conditionId" = '${conditionId}' group by 1`,
        );
        return {
          fields: ({ organisationId }) => ({
            ...{ conditionId, number: "1", met: "yes", text: "We have said this anew.", expiresOn: "" },
            version: version(organisationId),
          }),
        };
      },
    },
  ],
  "(provider)/apply/actions#declareGrounds": [
    {
      may: ownBusiness,
      given: async (world) => {
        const version = await versions(
          world,
          `select "organisationId" as id, count(*) as version from "GroundAnswer" group by 1`,
        );
        return { fields: ({ organisationId }) => ({ any: "no", version: version(organisationId) }) };
      },
    },
  ],
  // The only draft of the demo world is not finished, and says so to whoever may send it.
  "(provider)/apply/actions#send": [
    { may: signers, answer: "conflict", given: application("draft", () => ({ declared: "yes" })) },
  ],
  "(provider)/apply/actions#withdraw": [
    { as: "a draft", may: signers, given: application("draft") },
    { as: "one that was sent", may: signers, given: application("submitted") },
  ],
  "(provider)/apply/actions#reply": [
    {
      may: writers,
      given: async (world) => {
        const { id = "", organisationId = "" } = await world.row(
          `select q.id, a."organisationId" from "AnswerQuery" q join "Application" a on a.id = q."applicationId"
           where q."repliedAt" is null and a.state = 'clarifying' order by q.id limit 1`,
        );
        return { provider: organisationId, fields: { queryId: id, reply: "Her deputy does.", change: "no" } };
      },
    },
  ],
  "(provider)/services/actions#start": [
    {
      may: ownBusiness,
      given: async (world) => ({
        fields: { partId: (await world.row(`select id from "Part" where number = 1`)).id ?? "", title: "Another" },
      }),
    },
  ],
  "(provider)/services/actions#edit": [onService("published", writers)],
  // The only draft of a member is not finished, and says so to whoever may send it.
  "(provider)/services/actions#send": [{ ...onDraft(() => ({})), answer: "conflict" }],
  "(provider)/services/actions#pause": [onService("published", writers)],
  "(provider)/services/actions#resume": [onService("paused", writers)],
  "(provider)/services/actions#confirm": [
    { ...onService("published", writers), as: "one on show" },
    { ...onService("stale", writers), as: "one hidden for want of it" },
  ],
  "(provider)/services/actions#confirmAll": [{ may: ownBusiness }],
  "(provider)/services/actions#withdraw": [onService("published", signers, { reason: "The building is sold." })],
  "(provider)/services/[id]/actions#describe": [
    onDraft(() => ({
      ...{ title: "A title", summary: "A summary", description: "A description", intent: "later" },
      ...{ outcomeCodes: [], needCodes: [], cohortCodes: [] },
    })),
  ],
  "(provider)/services/[id]/actions#sayWho": [
    onDraft(() => ({ sex: "anyone", minAge: "18", maxAge: "", exclusions: "" })),
  ],
  "(provider)/services/[id]/actions#sayWhere": [onDraft(() => ({ placeCodes: "police-kent", list: "" }))],
  "(provider)/services/[id]/actions#sayHow": [
    onDraft(() => ({
      ...{ settings: "community", method: "oneToOne", deliveredBy: "provider" },
      ...{ languages: "en", otherLanguages: "", access: "stepFree" },
    })),
  ],
  "(provider)/services/[id]/actions#price": [
    onDraft(async (world, id) => {
      const { version } = await world.row(
        `select coalesce(max(version), 0) as version from "RateCard" where "serviceId" = $1`,
        id,
      );
      return {
        version: String(version),
        ...{ "lines.0.what": "An hour", "lines.0.unit": "hour", "lines.0.complexity": "any", "lines.0.price": "42.50" },
        ...{ "lines.0.vatBp": "0", "lines.0.volumeFrom": "1", "lines.0.volumeTo": "" },
      };
    }),
  ],
  "(provider)/services/[id]/prices/actions#sendFile": [
    onDraft(async (world, id) => {
      const { version } = await world.row(
        `select coalesce(max(version), 0) as version from "RateCard" where "serviceId" = $1`,
        id,
      );
      const line = { what: "An hour", unit: "hour", complexity: "any", vatBp: 0, volumeFrom: 1, volumeTo: null };
      return {
        version: String(version),
        list: "What it is for,One unit is,Price before VAT\nAn hour,hour,42.50",
        intent: "publish",
        mark: fingerprint({
          lines: [{ ...line, price: 4250n }],
          uplifts: [],
          from: londonDay(new Date()),
          validTo: null,
        }),
      };
    }),
  ],
  "(provider)/services/[id]/prices/actions#withdraw": [
    {
      may: writers,
      given: async (world) => {
        const {
          id = "",
          serviceId = "",
          organisationId = "",
        } = await world.row(
          `select c.id, c."serviceId", s."organisationId" from "RateCard" c join "Service" s on s.id = c."serviceId"
           where c."publishedAt" is not null and c."withdrawnAt" is null and c."validFrom" > current_date + 1 order by 1 limit 1`,
        );
        return { provider: organisationId, fields: { serviceId, rateCardId: id } };
      },
    },
  ],
  "(provider)/services/[id]/cost/actions#workOut": [
    onDraft(() => ({
      ...{ edit: "0", unit: "session", units: "100", ni: "12", pension: "5", hours: "1950", utilisation: "60" },
      ...{ overheadKind: "percent", overheadPercent: "15", overheadAmount: "" },
      ...{ "posts.0.role": "Worker", "posts.0.fte": "1", "posts.0.salary": "28000" },
    })),
  ],
  "(provider)/services/[id]/actions#sayHowFull": [
    onDraft(async (world, id) => {
      const { version } = await world.row(
        `select coalesce((extract(epoch from "capacityAsOf") * 1000)::bigint, 0) as version from "Service" where id = $1`,
        id,
      );
      return { version: String(version), places: "10", openPlaces: "2", waitDays: "5" };
    }),
  ],
  "(provider)/offers/[id]/actions#accept": [{ may: signers, given: offer({ signed: "yes" }) }],
  "(provider)/offers/[id]/actions#decline": [{ may: signers, given: offer({ reason: "We are full." }) }],
};

function offer(more: Fields) {
  return async (world: World): Promise<Given> => {
    const {
      id = "",
      supplierId = "",
      organisationId = "",
    } = await world.row(
      `select id, "supplierId", "organisationId" from "Purchase" where state = 'offered' order by reference limit 1`,
    );
    return { provider: supplierId, authority: organisationId, fields: { id, ...more } };
  };
}

import { type Member, system } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { createUser } from "@/lib/identity/commands/sign-in";
import { chooseParts } from "@/lib/register/application/commands/choose";
import { startApplication } from "@/lib/register/application/commands/start";
import { submitApplication } from "@/lib/register/application/commands/submit";
import { answerCondition } from "@/lib/register/profile/commands/answers";
import { foundOrganisation } from "@/lib/register/profile/commands/found";
import { answerGrounds } from "@/lib/register/profile/commands/grounds";
import { saveProfile } from "@/lib/register/profile/commands/profile";
import { saveCapacity } from "@/lib/register/service/commands/capacity";
import { saveDelivery, saveDescription, saveEligibility, savePlaces } from "@/lib/register/service/commands/describe";
import { saveRates } from "@/lib/register/service/commands/rates";
import { startService } from "@/lib/register/service/commands/start";
import { joinBody, rolesOf } from "../bodies";
import { charityPlayers, type Player } from "../cast";
import type { Charity } from "../charities";
import { act, dice, member, person } from "../play";
import { answersTo } from "../said";
import { type Template, templates } from "../services";
import { bringFile } from "./evidence";

export type Ground = {
  parts: Map<string, string>;
  conditions: { id: string; number: number; kind: string }[];
  outcomes: Map<string, string[]>;
  schemes: Map<string, string[]>;
};

export type Joined = {
  charity: Charity;
  actor: Member;
  people: Record<string, Member>;
  applicationId: string;
  services: string[];
};

/** How far a charity of the demo world has come by itself. */
export type Reach = "draft" | "submitted";

/** One charity founds its organisation, says who it is, describes and prices its services, answers, and sends. */
export async function join(charity: Charity, at: number, ground: Ground, when: Date, reach: Reach): Promise<Joined> {
  const chance = dice(1000 + at);
  const [first, ...others] = playersOf(charity, at);
  const domain = slug(charity.name);
  const user = await act(createUser, system, { email: `${first.key}@${domain}.example`, name: first.name }, when);
  const numbers = Object.fromEntries(
    (ground.schemes.get(charity.type) ?? []).map((scheme) => [scheme, numberIn(scheme, at)]),
  );
  const address = `${chance.whole(1, 180)} ${chance.of(["Mill Lane", "Station Road", "Chapel Street", "Quay Street", "High Street"])}`;
  const { id: organisationId } = await act(
    foundOrganisation,
    person(user.id),
    { name: charity.name, typeCode: charity.type, numbers, address, nameNote: otherName },
    when,
  );
  const actor = member("provider", user.id, organisationId, rolesOf(first));
  const people: Record<string, Member> = { [first.key]: actor };
  for (const other of others) people[other.key] = await joinBody(actor, other, domain, "provider", when);

  await act(saveProfile, actor, profileOf(charity, domain, when), when);
  const services: string[] = [];
  for (const category of charity.categories)
    for (const [nth, template] of (templates[category] ?? []).entries())
      if (nth === 0 || (at + nth) % 3 !== 0)
        services.push(await describe(actor, { charity, category, template, at }, ground, when));
  const { id: applicationId } = await act(startApplication, actor, {}, when);
  const partIds = charity.categories.map((category) => ground.parts.get(category));
  await act(chooseParts, actor, { applicationId, version: 1, partIds, band: bandOf(charity) }, when);
  for (const condition of ground.conditions.slice(0, reach === "draft" ? 4 : undefined))
    await act(
      answerCondition,
      actor,
      { conditionId: condition.id, version: 0, met: "yes", text: answersTo(condition), expiresOn: "" },
      when,
    );
  if (reach === "submitted") {
    await bringFile({ actor, name: charity.name, at }, ground, when);
    await act(answerGrounds, actor, { version: 0, any: "no", applies: [], what: {}, right: {} }, when);
    await act(submitApplication, actor, { applicationId, declared: "yes" }, when);
  }
  return { charity, actor, people, applicationId, services };
}

/** What a charity says where the public register has another name for its number; elsewhere it is not kept. */
const otherName = "This is the name on our door and on everything that we print.";

/** The value that a charity asks for: the lowest, but for one where a second assessor has to agree. */
const bandOf = ({ name }: Charity) => (name === "Isle Lantern" ? "3" : "1");

/** A service, page by page, as its charity would type it. */
export async function describe(
  actor: Member,
  what: { charity: Charity; category: string; template: Template; at: number },
  ground: Ground,
  when: Date,
): Promise<string> {
  const { charity, category, template, at } = what;
  const chance = dice(at * 31 + template.title.length);
  const { id: serviceId } = await act(
    startService,
    actor,
    { partId: ground.parts.get(category), title: template.title },
    when,
  );
  const led = charity.ledByLivedExperience ? " Most of our staff have been through it themselves." : "";
  const outcomeCodes = ground.outcomes.get(category) ?? [];
  const { title, summary } = template;
  await act(
    saveDescription,
    actor,
    {
      serviceId,
      edit: 1,
      title,
      summary,
      description: template.description + led,
      outcomeCodes,
      needCodes: [],
      cohortCodes: [],
    },
    when,
  );
  const exclusions = template.method === "residential" ? "We cannot take people with a conviction for arson." : "";
  await act(
    saveEligibility,
    actor,
    {
      serviceId,
      edit: 2,
      sex: template.sex ?? "anyone",
      minAge: "18",
      maxAge: template.maxAge ? String(template.maxAge) : "",
      exclusions,
    },
    when,
  );
  await act(savePlaces, actor, { serviceId, edit: 3, placeCodes: [charity.home], list: "" }, when);
  const languages =
    charity.home.startsWith("police-") &&
    ["gwent", "north-wales", "south-wales", "dyfed-powys"].some((area) => charity.home.endsWith(area))
      ? ["en", "cy"]
      : ["en"];
  await act(
    saveDelivery,
    actor,
    {
      serviceId,
      edit: 4,
      settings: template.settings,
      method: template.method,
      deliveredBy: "provider",
      languages,
      otherLanguages: "",
      access: ["stepFree", "quietSpace"],
    },
    when,
  );
  const price = template.pounds * (chance.whole(88, 114) / 100);
  const line = {
    what: template.what,
    unit: template.unit,
    complexity: "any",
    vatBp: "0",
    volumeFrom: "1",
    volumeTo: "",
  };
  const lines =
    template.unit === "referral"
      ? [
          { ...line, price: price.toFixed(2), volumeTo: "49" },
          { ...line, price: (price * 0.94).toFixed(2), volumeFrom: "50" },
        ]
      : [{ ...line, price: price.toFixed(2) }];
  await act(saveRates, actor, { serviceId, version: 0, lines }, when);
  const places = chance.whole(6, 30);
  const openPlaces = chance.whole(0, Math.min(8, places));
  const waitDays = openPlaces === 0 ? chance.whole(10, 45) : chance.whole(0, 7);
  await act(saveCapacity, actor, { serviceId, version: 0, places, openPlaces, waitDays }, when);
  return serviceId;
}

const profileOf = (charity: Charity, domain: string, when: Date) => ({
  version: 0,
  income: String(charity.incomePounds),
  incomeYear: String(when.getUTCFullYear() - 1),
  staffFte: String(charity.staff),
  vcse: "yes",
  ledByLivedExperience: charity.ledByLivedExperience ? "yes" : "no",
  about: `${charity.name} helps people who are leaving prison or serving a sentence in the community. We began with one worker and a borrowed room, and we still answer the telephone ourselves.`,
  areaOfBenefit: "People on probation and their families where we work.",
  coDesign: charity.ledByLivedExperience
    ? "People who have used our services sit on our board and interview every new member of staff."
    : "A group of people who have used our services meets every other month and decides what we try next.",
  website: `https://www.${domain}.example`,
  contactEmail: `hello@${domain}.example`,
});

export const slug = (name: string) =>
  name
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^a-z]+/g, "-")
    .replace(/^-|-$/g, "");

const firstNames = [
  "Anwen",
  "Bilal",
  "Cara",
  "Dominic",
  "Esther",
  "Faisal",
  "Gwen",
  "Harjit",
  "Imogen",
  "Jerome",
  "Kezia",
  "Lewis",
  "Mina",
  "Niall",
  "Olive",
  "Priya",
];
const lastNames = [
  "Ashdown",
  "Barrow",
  "Clough",
  "Dacre",
  "Elwood",
  "Farrant",
  "Garside",
  "Holt",
  "Inskip",
  "Jessop",
  "Kemble",
  "Lorimer",
  "Musgrove",
];

function playersOf(charity: Charity, at: number): [Player, ...Player[]] {
  const [first, ...others] = charityPlayers[charity.name] ?? [];
  if (first) return [first, ...others];
  const name = `${firstNames[at % firstNames.length]} ${lastNames[(at * 5) % lastNames.length]}`;
  return [{ key: slug(name), name, roles: ["signatory", "editor"], line: "" }];
}

/** Numbers that look right and that no register has given. */
function numberIn(scheme: string, at: number): string {
  const tail = String(at + 1).padStart(4, "0");
  if (scheme === "GB-CHC") return `99${tail}0`.slice(0, 7);
  if (scheme === "GB-COH") return `9900${tail}`;
  return scheme === "GB-MPR" ? `99${tail}R`.slice(0, 7) : "";
}

export const organisationName = (id: string) =>
  db.organisation.findUniqueOrThrow({ where: { id }, select: { name: true } });

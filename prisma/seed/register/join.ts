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
import { joinBody, rolesOf } from "../bodies";
import { charityPlayers, type Player } from "../cast";
import type { Charity } from "../charities";
import { act, dice, member, person } from "../play";
import { answersTo } from "../said";
import { templates } from "../services";
import { describe } from "./describe";
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

import type { ProviderSize } from "@/lib/core/prisma/enums";
import { isOpenScheme, organisationCode } from "@/lib/reference/identifiers";
import type { NoticeFacts } from "./facts";

/** The order in which the numbers of an organisation are preferred, where a notice has room for one. */
const preferred = ["GB-PPON", "GB-CHC", "GB-SC", "GB-NIC", "GB-COH"];

type Registered = {
  reference: string;
  name: string;
  address: string | null;
  identifiers: readonly { scheme: string; value: string }[];
  provider: { size: ProviderSize; vcse: boolean; contactEmail: string | null } | null;
};

/**
 * One organisation as a notice lists a member (SI 2024/692, reg 25(4) and (6)): name, address, e-mail, unique identifier,
 * and whether it is small or medium-sized and of the voluntary sector, all as they are today. Every size but large is SME.
 * The e-mail is the one that the organisation gave the public, never a person's, and may be empty. The identifier is one
 * that may be shown, such as GB-CHC-1234567, or else our own reference.
 */
export function memberFacts({ reference, name, address, identifiers, provider }: Registered) {
  return {
    name,
    address: address ?? "",
    email: provider?.contactEmail ?? "",
    identifier: bestOf(identifiers) ?? reference,
    sme: provider !== null && provider.size !== "large",
    vcse: provider?.vcse ?? false,
  };
}

function bestOf(identifiers: Registered["identifiers"]): string | undefined {
  const [best] = identifiers
    .filter(({ scheme }) => isOpenScheme(scheme))
    .toSorted((one, other) => rank(one.scheme) - rank(other.scheme) || (one.scheme < other.scheme ? -1 : 1));
  return best && organisationCode(best.scheme, best.value);
}

const rank = (scheme: string) => (preferred.includes(scheme) ? preferred.indexOf(scheme) : preferred.length);

type Listed = { name: string; address: string; email: string; identifier: string; sme: boolean; vcse: boolean };

type Published = {
  reference: string;
  number: number;
  kindCode: string;
  title: string;
  publishedAt: Date;
  facts: NoticeFacts;
};

const supplier = ({ name, address, email, identifier, sme, vcse }: Listed) => ({
  identifier,
  name,
  address,
  email,
  sme,
  vcse,
});

/**
 * A notice as machines read it. Instants are UTC, values are pence as text. `changes` is who joined or left with this very
 * notice; `members` is everybody who was a member as at it, with the part's number.
 */
export const toJson = (
  { reference, number, kindCode, title, publishedAt, facts }: Published,
  changed: readonly (Listed & { joined: boolean; part: { number: number; title: string } })[],
  members: readonly (Listed & { part: number; partTitle: string })[],
) => ({
  reference,
  number,
  kind: kindCode,
  title,
  publishedAt: publishedAt.toISOString(),
  licence: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
  facts,
  changes: changed.map(({ joined, part, ...who }) => ({ joined, part, supplier: supplier(who) })),
  members: members.map(({ part, partTitle, ...who }) => ({
    part: { number: part, title: partTitle },
    supplier: supplier(who),
  })),
});

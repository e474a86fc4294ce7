import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { isId } from "@/lib/core/values/id";
import { readsQueue } from "../../policy";
import { ALIKE, bareNumber, hostOf, mailDomainOf } from "../duplicate-rules";

/** Another organisation that may be the same one, and why it is shown. */
export type Duplicate = {
  id: string;
  name: string;
  reference: string;
  /** Its newest application that was sent, to look at beside this one. */
  applicationId: string | null;
  same: ("number" | "name" | "website" | "email")[];
};

type Found = { id: string; name: string; reference: string; applicationId: string | null; same: Duplicate["same"] };

/**
 * Organisations that may be the same as this one: the same number in any scheme, a name much alike, the same website, or
 * an e-mail address under the same domain. They are shown to stewards and auditors, and stand in the way of nothing.
 */
export async function listDuplicates(actor: Actor, organisationId: string): Promise<Duplicate[]> {
  if (!readsQueue(actor) || !isId(organisationId)) return [];
  const own = await db.organisation.findUnique({
    where: { id: organisationId },
    select: {
      name: true,
      identifiers: { select: { value: true } },
      provider: { select: { website: true, contactEmail: true } },
    },
  });
  if (!own) return [];
  const numbers = own.identifiers.map(({ value }) => bareNumber(value)).filter((number) => number.length > 3);
  const host = hostOf(own.provider?.website ?? null);
  const domain = mailDomainOf(own.provider?.contactEmail ?? null);
  // The index on the name finds who is alike at all; how much is asked after that.
  return db.$queryRaw<Found[]>`
    with found as (
      select i."organisationId" as id, 'number' as same from "Identifier" i
        where ltrim(regexp_replace(upper(i."value"), '[^A-Z0-9]', '', 'g'), '0') = any(${numbers}::text[])
      union
      select o."id", 'name' from "Organisation" o
        where lower(o."name") % lower(${own.name}) and similarity(lower(o."name"), lower(${own.name})) >= ${ALIKE}
      union
      select p."organisationId", 'website' from "Provider" p
        where ${host}::text is not null
          and regexp_replace(lower(p."website"), '^https?://(www\\.)?([^/:?#]+).*$', '\\2') = ${host}
      union
      select p."organisationId", 'email' from "Provider" p
        where ${domain}::text is not null and split_part(lower(p."contactEmail"), '@', 2) = ${domain}
    )
    select o."id", o."name", o."reference", array_agg(f.same order by f.same) as same,
      (select a."id" from "Application" a where a."organisationId" = o."id" and a."submittedAt" is not null
        order by a."submittedAt" desc limit 1) as "applicationId"
    from found f join "Organisation" o on o."id" = f.id
    where o."id" <> ${organisationId}::uuid and o."kind" = 'provider'
    group by o."id" order by count(*) desc, o."name" limit 20`;
}

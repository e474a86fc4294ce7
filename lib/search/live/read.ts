import "server-only";
import type pg from "pg";
import { RateUnit } from "@/lib/core/prisma/enums";
import type { Document } from "../index/document";

/** What became of a service: its document as it stands, or null when it can no longer be found. */
export type Change = { serviceId: string; document: Document | null };

/** A part of what is read; all parts are of one moment, whose generation each of them carries. */
export type Batch = { generation: number; changes: Change[]; last: boolean };

/** What has changed was forgotten, or the register is an older one than ours: everything has to be read again. */
export class Forgotten extends Error {}

const ROWS = 1_000;

/** The state of the register as it is committed now. */
export async function readGeneration(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<[string]>({ text: `select "generation" from "SearchState"`, rowMode: "array" });
  return Number(rows[0]?.[0] ?? 0);
}

/**
 * Reads the search documents as they stand at one moment, a thousand at a time: all of them, or those that changed since a
 * generation. The next batch is on its way while one is looked at. Throws `Forgotten` where what changed is not known any more.
 */
export async function* readBatches(client: pg.ClientBase, since: number | null): AsyncGenerator<Batch> {
  const fetch = () => client.query<Row>({ text: `fetch ${ROWS} from documents`, rowMode: "array" });
  await client.query("begin isolation level repeatable read read only");
  let coming: ReturnType<typeof fetch> | null = null;
  try {
    const state = await client.query<[string, boolean]>({ text: standing(since ?? 0), rowMode: "array" });
    const [generation = "0", known = false] = state.rows[0] ?? [];
    if (since !== null && !known) throw new Forgotten();
    await client.query(`declare documents no scroll cursor for ${documents(since)}`);
    let { rows } = await fetch();
    for (let last = false; !last; ) {
      last = rows.length < ROWS;
      coming = last ? null : fetch();
      yield { generation: Number(generation), changes: rows.map(changeOf), last };
      if (coming) ({ rows } = await coming);
    }
  } finally {
    await coming?.catch(() => {});
    await client.query("rollback");
  }
}

/** The generation of the moment, and whether all that came after the one that we stand at is still remembered. */
const standing = (since: number) => `
  select "generation", "generation" = ${since} or exists (select from "SearchChange" where "generation" = ${since + 1}) from "SearchState"`;

/** The columns of `Row`. */
const documents = (since: number | null) => `
  select "serviceId", d."titleKey", d."lot", d."lexemes", array_to_string(d."spoken", ' '), d."card", concat(${facts.join(`, '|', `)})
  from ${
    since === null
      ? `"SearchDocument" d`
      : `(select distinct "serviceId" from "SearchChange" where "generation" > ${since}) changed left join "SearchDocument" d using ("serviceId")`
  }`;

const list = (column: string) => `array_to_string(d."${column}", ' ')`;

/**
 * What is short comes as one text, which is quicker to read than a column for each: no code, day or number has a bar or a
 * space in it, and what is null is "".
 */
const facts = [
  ...[`d."categoryCode"`, `d."sex"`, `d."minAge"`, `d."maxAge"`, `d."method"`, `d."typeCode"`, `d."size"`],
  ...[`d."vcse"`, `d."led"`, `d."consortium"`, `d."evidenceUntil"`, `d."openPlaces"`, `d."waitDays"`],
  ...[list("needCodes"), list("outcomeCodes"), list("cohortCodes"), list("placeCodes"), list("settings")],
  ...[list("languages"), list("access")],
  `(select string_agg(concat_ws(' ', p."unit", p."pence", p."validFrom", p."validTo"), ',') from "SearchPrice" p where p."serviceId" = d."serviceId")`,
];

/** All but the id and the facts are null for a service that has no document. */
type Row = [
  serviceId: string,
  titleKey: string | null,
  lot: number,
  lexemes: string,
  spoken: string,
  card: string,
  facts: string,
];

function changeOf([serviceId, titleKey, lot, lexemes, spoken, card, said]: Row): Change {
  if (titleKey === null) return { serviceId, document: null };
  const [categoryCode = "", sex = "", minAge, maxAge, method = "", typeCode, size, vcse, led, ...more] =
    said.split("|");
  const [consortium, evidenceUntil, openPlaces, waitDays, ...lists] = more;
  const [needs, outcomes, cohorts, places, settings, languages, access, prices] = lists;
  const document: Document = {
    serviceId,
    titleKey,
    lot,
    lexemes,
    spoken: listOf(spoken),
    categoryCode,
    needCodes: listOf(needs),
    outcomeCodes: listOf(outcomes),
    cohortCodes: listOf(cohorts),
    placeCodes: listOf(places),
    sex,
    minAge: Number(minAge),
    maxAge: maxAge ? Number(maxAge) : null,
    settings: listOf(settings),
    method,
    languages: listOf(languages),
    access: listOf(access),
    typeCode: typeCode || null,
    size: size || null,
    vcse: vcse === "t",
    led: led === "t",
    consortium: consortium === "t",
    evidenceUntil: evidenceUntil || null,
    openPlaces: Number(openPlaces),
    waitDays: Number(waitDays),
    prices: pricesOf(prices),
    card,
  };
  return { serviceId, document };
}

const listOf = (text = ""): string[] => (text === "" ? [] : text.split(" "));

const pricesOf = (text = ""): Document["prices"] =>
  text.split(",").flatMap((price) => {
    const [unit, pence, from = "", to = null] = price.split(" ");
    return isUnit(unit) ? [{ unit, pence: Number(pence), from, to }] : [];
  });

const units = new Set<string>(Object.values(RateUnit));
const isUnit = (text: string | undefined): text is RateUnit => text !== undefined && units.has(text);

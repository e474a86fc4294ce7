import pg from "pg";
import type { Fields, Outcome } from "./call";
import type { Home, Somebody, Who } from "./people";

/** What a press is made of: fields that are valid in the demo world, and whose organisations are "own". */
export type Given = {
  fields: Fields | ((who: Somebody) => Fields);
  provider?: string;
  authority?: string;
  /** What must first be true for somebody who may, such as having the application. */
  before?: (who: Somebody) => Promise<unknown>;
};

/** Who may press an action, and with what it is pressed. The same action may be listed for several things that it does. */
export type Case = {
  as?: string;
  may: readonly Who[];
  given?: (world: World) => Promise<Given> | Given;
  /** What those who may are told, where it cannot succeed in the demo world for another reason than permission. */
  answer?: Outcome | Partial<Record<Who, Outcome>>;
};

/**
 * A page or a route: who is shown it, and who is sent on from it. Everybody else is told that it is not there, or asked to
 * sign in. The same address may be listed for several things that it shows.
 */
export type Page = {
  as?: string;
  may: readonly Who[];
  sent?: readonly Who[];
  at?: (world: World) => Promise<Asked> | Asked;
};
/** An address in the demo world, and whose organisations are "own". */
export type Asked = { path: string; provider?: string | undefined; authority?: string | undefined };

/** The demo world, read as its administrator. */
export class World {
  constructor(readonly client: pg.Client) {}

  static async open(url: string): Promise<World> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return new World(client);
  }

  /** The first row; that there is none is a fault of the demo world. */
  async row(sql: string, ...values: unknown[]): Promise<Record<string, string>> {
    const { rows } = await this.client.query<Record<string, string>>(sql, values);
    const [first] = rows;
    if (!first) throw new Error(`The demo world has no such row: ${sql} ${values.join(", ")}`);
    return first;
  }

  /** Changes a row against its constraints, which only an administrator can, and notes it so that it is put back. */
  async force(table: string, sql: string, ...values: unknown[]) {
    await this.client.query("set session_replication_role = replica");
    await this.client.query(sql, values);
    await this.client.query("set session_replication_role = origin");
    await this.client.query(`insert into watch.touched values ($1, 'UPDATE')`, [table]);
  }

  async organisation(name: string): Promise<string> {
    const { id } = await this.row(`select id from "Organisation" where name = $1`, name);
    return id ?? "";
  }

  /** The organisations that are "own" where a case does not say otherwise. */
  async home(): Promise<Home> {
    return {
      provider: await this.organisation("Harbour Steps Trust"),
      authority: await this.organisation("Weald Probation Commissioning"),
      steward: await this.steward(),
    };
  }

  /** Organisations that have nothing to do with any case. */
  async others(): Promise<Home> {
    const charity = await this.row(
      `select o.id from "Organisation" o
       where o.kind = 'provider' and o.name not in ('Harbour Steps Trust')
         and not exists (select from "Purchase" p where p."supplierId" = o.id)
         and exists (select from "Membership" m where m."organisationId" = o.id and m.state = 'active')
         and not exists (select from "Service" s where s."organisationId" = o.id and s.state <> 'published')
       order by o.reference limit 1`,
    );
    return {
      provider: charity.id ?? "",
      authority: await this.organisation("Severnside Probation Commissioning"),
      steward: await this.steward(),
    };
  }

  private async steward() {
    const { id } = await this.row(`select id from "Organisation" where kind = 'steward' order by 1 limit 1`);
    return id ?? "";
  }
}

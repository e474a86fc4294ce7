import type pg from "pg";

/** What may be written when somebody is turned away, and what work beside the pages writes in its own time. */
const beside = new Set(["PermissionRefusal", "rate_limit", "IdempotencyKey", "AuditSeal", "AuditUnsealed"]);
/** What the processes do by the clock, whenever they come to it: a transaction of theirs is nobody's press. */
const byTheClock = [
  "mail.send",
  "installation.clearExpired",
  "service.goStale",
  "membership.resume",
  "savedSearch.keep",
];
/** What is never put back: the history, which only grows, and what the sealer has made of it. */
const growing = new Set(["AuditEvent", "PermissionRefusal", "AuditSeal", "AuditUnsealed", "rate_limit"]);

/**
 * Notes every row that is written, exactly, and puts every table back as it was. It needs the database's administrator:
 * constraints and triggers sleep while rows are put back.
 */
export class Watch {
  #columns = new Map<string, string>();
  constructor(readonly client: pg.Client) {}

  async begin() {
    await this.end();
    const { rows } = await this.client.query<{ name: string; columns: string }>(`
      select t.table_name as name, string_agg(format('%I', c.column_name), ', ') as columns
      from information_schema.tables t
      join information_schema.columns c using (table_schema, table_name)
      where t.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
        and t.table_name <> '_prisma_migrations'
      group by t.table_name`);
    this.#columns = new Map(rows.map(({ name, columns }) => [name, columns]));
    await this.client.query(`
      create schema watch;
      create schema snap;
      create table watch.touched (name text not null, operation text not null, tx xid8 not null default pg_current_xact_id());
      create table watch.clock (tx xid8 not null default pg_current_xact_id());
      create function watch.note() returns trigger language plpgsql security definer as $$
        begin insert into watch.touched values (tg_table_name, tg_op); return null; end $$;
      create function watch.note_clock() returns trigger language plpgsql security definer as $$
        begin insert into watch.clock default values; return null; end $$;
      create trigger watch_clock after insert on public."AuditEvent" for each row
        when (new."actorKind" = 'system' and new.event in (${byTheClock.map((event) => `'${event}'`).join(", ")}))
        execute function watch.note_clock();`);
    for (const name of this.#columns.keys()) {
      await this.client.query(`create table snap."${name}" as table public."${name}"`);
      await this.client.query(`create trigger watch_note after insert or update or delete on public."${name}"
        for each row execute function watch.note()`);
    }
  }

  /** Where rows have been written since the last restoring, but for what anybody may cause. */
  async touched(): Promise<string[]> {
    const { rows } = await this.client.query<{ name: string; operation: string }>(
      `select distinct name, operation from watch.touched where tx not in (select tx from watch.clock) order by 1, 2`,
    );
    // That mail is sent, which is an update, is work beside the pages; that a message is written is not.
    return rows
      .filter(({ name, operation }) => !beside.has(name) && !(name === "Mail" && operation === "UPDATE"))
      .map(({ name, operation }) => `${operation.toLowerCase()} ${name}`);
  }

  /** A moment that `since` counts from. */
  async now(): Promise<string> {
    const { rows } = await this.client.query<{ tx: string }>("select pg_current_xact_id()::text as tx");
    return rows[0]?.tx ?? "0";
  }

  /** Where rows have been written since a moment; and those that were written without a line in the history. */
  async since(moment: string): Promise<{ written: string[]; unsaid: string[] }> {
    const { rows } = await this.client.query<{ name: string; operation: string; said: boolean }>(
      `select distinct name, operation,
              exists (select from watch.touched a where a.tx = t.tx and a.name = 'AuditEvent') as said
       from watch.touched t where tx > $1::xid8 and tx not in (select tx from watch.clock) order by 1, 2`,
      [moment],
    );
    const counted = rows.filter(
      ({ name, operation }) => !beside.has(name) && !(name === "Mail" && operation === "UPDATE"),
    );
    const words = (list: typeof rows) => list.map(({ name, operation }) => `${operation.toLowerCase()} ${name}`);
    return { written: words(counted), unsaid: words(counted.filter(({ said }) => !said)) };
  }

  /** Puts back every table that was written to. */
  async restore() {
    const { rows } = await this.client.query<{ name: string }>(`select distinct name from watch.touched`);
    if (rows.length === 0) return;
    const again = rows
      .filter(({ name }) => !growing.has(name))
      .map(({ name }) => {
        const columns = this.#columns.get(name);
        return `delete from public."${name}"; insert into public."${name}" (${columns}) select ${columns} from snap."${name}";`;
      });
    await this.client.query(
      `begin; set local session_replication_role = replica; ${again.join("\n")} delete from rate_limit; delete from watch.touched; commit`,
    );
  }

  /** Takes the notes and the copies away. */
  async end() {
    await this.client.query(`drop schema if exists watch cascade; drop schema if exists snap cascade`);
  }
}

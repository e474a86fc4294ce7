import type pg from "pg";

/** Rows that are only ever added: history, its seals, and refusals of permission. */
export const appendOnly = ["AuditEvent", "AuditSeal", "PermissionRefusal"];

/**
 * Rows that no person writes: the migrations that were applied, the facts of the world, and what the search knows, which
 * the database draws from the register by itself.
 */
const readOnly = [
  "_prisma_migrations",
  "ReferenceItem",
  "SearchDocument",
  "SearchPrice",
  "SearchState",
  "SearchChange",
  "SearchTouched",
];

/** No statement of the application may hold up the others for longer than this. */
const limits = {
  statement_timeout: "15s",
  lock_timeout: "5s",
  idle_in_transaction_session_timeout: "15s",
};

/**
 * Lets the application's role read and write rows, and no more: it owns nothing, and cannot change or take away history.
 * Run as the owner after each migration; running it again changes nothing. Returns what the operator has to do by hand.
 */
export async function grantTo(client: pg.ClientBase, role: string): Promise<string[]> {
  const app = client.escapeIdentifier(role);
  await client.query("begin");
  for (const schema of ["public", "pgboss"])
    await client.query(`
      grant usage on schema ${schema} to ${app};
      grant select, insert, update, delete on all tables in schema ${schema} to ${app};
      grant usage, select on all sequences in schema ${schema} to ${app};
      alter default privileges in schema ${schema} grant select, insert, update, delete on tables to ${app};
      alter default privileges in schema ${schema} grant usage, select on sequences to ${app};
    `);
  const taken = [
    ...appendOnly.map((table) => ({ table, rights: "update, delete, truncate" })),
    ...readOnly.map((table) => ({ table, rights: "insert, update, delete, truncate" })),
  ];
  for (const { table, rights } of taken) {
    const name = client.escapeIdentifier(table);
    const { rows } = await client.query("select to_regclass($1) as found", [`public.${name}`]);
    if (rows[0]?.found) await client.query(`revoke ${rights} on ${name} from ${app}`);
  }
  await client.query("commit");
  return setLimits(client, role);
}

/** An owner may look after another role only where it was made to; elsewhere the operator is told what to run. */
async function setLimits(client: pg.ClientBase, role: string): Promise<string[]> {
  const { rows } = await client.query("select coalesce(rolconfig, '{}') as settings from pg_roles where rolname = $1", [
    role,
  ]);
  const has = new Set<string>(rows[0]?.settings ?? []);
  const advice: string[] = [];
  for (const [name, value] of Object.entries(limits)) {
    if (has.has(`${name}=${value}`)) continue;
    const sql = `alter role ${client.escapeIdentifier(role)} set ${name} = '${value}'`;
    await client.query(sql).catch((error: unknown) => {
      if (!(error instanceof Error && "code" in error && error.code === "42501")) throw error;
      advice.push(sql);
    });
  }
  return advice;
}

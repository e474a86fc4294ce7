import PgBoss from "pg-boss";

/** Every queue that the application sends to or works on. They are made here, because its role may not make tables. */
export const queues = ["mail"] as const;

/** Makes or brings up to date the tables of the jobs, as the owner; the application runs with `migrate: false`. */
export async function prepareQueues(ownerUrl: string) {
  const boss = new PgBoss({ connectionString: ownerUrl, max: 1, supervise: false, schedule: false });
  const faults: Error[] = [];
  boss.on("error", (error) => faults.push(error));
  await boss.start();
  try {
    for (const name of queues) await boss.createQueue(name);
  } finally {
    await boss.stop({ graceful: false, wait: true });
  }
  if (faults[0]) throw faults[0];
}

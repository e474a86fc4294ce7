import { db } from "@/lib/core/db";
import { sealAudit, verifyAudit } from "@/lib/core/history/audit";

/** `npm run audit:verify`: walks the whole chain and the signed heads; exit 1 when a line was changed, cut or forged. */
async function verify() {
  await sealAudit();
  const { lines, unsealed, heads, faults } = await verifyAudit();
  console.log(`${lines} audit lines sealed, ${unsealed} waiting, ${heads} signed heads.`);
  for (const fault of faults) console.error(fault);
  console.log(faults.length === 0 ? "The chain is whole." : `${faults.length} faults were found.`);
  if (faults.length > 0) process.exitCode = 1;
}

await verify().finally(() => db.$disconnect());

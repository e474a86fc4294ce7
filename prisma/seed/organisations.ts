import { join } from "node:path";
import { loadFile } from "@/lib/register/listing/load";

/** Loads the made-up extracts of both public registers, as an operator would load real ones. */
export async function loadMadeUpRegisters() {
  for (const file of ["charities.csv", "companies.csv"])
    await loadFile(join(process.cwd(), "prisma/listing", file), { isFiction: true });
}

import "server-only";
import type { Scene } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import type { Prisma } from "@/lib/core/prisma/client";
import { refusalWords } from "../words";

/** What every command must know of a list. */
export const owner = { id: true, organisationId: true, state: true } satisfies Prisma.ShortlistSelect;

/** Held until commit: adding, noting, dropping and freezing take turns. */
export async function holdOpen({ tx }: Scene, id: string) {
  const [list] = await tx.$queryRaw<{ state: string }[]>`
    select "state"::text as state from "Shortlist" where "id" = ${id}::uuid for update`;
  if (list?.state !== "open") refuse("conflict", refusalWords.frozen);
}

import "server-only";
import type { Scene } from "@/lib/core/door/command";
import { reference } from "@/lib/reference/queries";
import { MOST_UPLIFTS } from "@/lib/register/service/rates/schema";
import { type Uplift, upliftAt } from "@/lib/register/service/rates/uplift";

/** What the pinned price list adds where the purchase is for; null when it adds nothing there. */
export async function upliftOf({ tx }: Scene, rateCardId: string, placeCode: string): Promise<Uplift | null> {
  const uplifts = await tx.areaUplift.findMany({
    where: { rateCardId },
    select: { placeCode: true, upliftBp: true },
    orderBy: { placeCode: "asc" },
    take: MOST_UPLIFTS,
  });
  if (uplifts.length === 0) return null;
  const { places } = await reference();
  return upliftAt(uplifts, placeCode, places);
}

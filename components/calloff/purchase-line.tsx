import { Line } from "@/components/ui/progress";
import { Day } from "@/components/ui/value";
import { nextWords, stopsOf } from "@/lib/calloff/purchase/words";
import type { PurchaseState } from "@/lib/core/prisma/enums";

type Props = {
  purchase: {
    state: PurchaseState;
    createdAt: Date;
    proposedAt: Date | null;
    offeredAt: Date | null;
    answeredAt: Date | null;
  };
  side: "buyer" | "supplier";
};

/** The line of a purchase, for whichever side looks at it. */
export function PurchaseLine({ purchase, side }: Props) {
  const stops = stopsOf(purchase).map(({ label, at, state }) => ({ label, state, date: at && <Day on={at} /> }));
  return (
    <Line
      label={side === "buyer" ? "This purchase" : "This offer"}
      stops={stops}
      next={nextWords[purchase.state][side]}
    />
  );
}

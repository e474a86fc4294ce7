import { Line, type Stop } from "@/components/ui/progress";
import { Day } from "@/components/ui/value";
import type { ServiceDetail } from "@/lib/register/service/queries";
import { stateWords } from "@/lib/register/service/words";

/** The line of a service: written, checked, published, and what became of it. */
export function ServiceLine({ service: { state, draft, published, confirmedAt } }: { service: ServiceDetail }) {
  const at = { draft: 0, inReview: 1, published: 2, paused: 2, stale: 2, withdrawn: 2 }[state];
  const stand = (stop: number): Stop["state"] => (stop < at ? "done" : stop === at ? "current" : "next");
  const stops: Stop[] = [
    { label: "Being written", state: stand(0) },
    {
      label: "Checked",
      state: stand(1),
      ...(published?.approvedAt ? { date: <Day on={published.approvedAt} /> } : {}),
    },
    {
      label: at === 2 ? stateWords[state].label : "Published",
      state: stand(2),
      ...(at === 2 && confirmedAt
        ? {
            note: (
              <>
                Confirmed <Day on={confirmedAt} />
              </>
            ),
          }
        : {}),
    },
  ];
  return <Line label="This service" stops={stops} next={next[state](Boolean(draft), Boolean(draft?.submittedAt))} />;
}

const next: Record<ServiceDetail["state"], (hasDraft: boolean, isSent: boolean) => string> = {
  draft: () => "You finish the pages below. Then it goes with your application, or by itself if you are a member.",
  inReview: () => "An assessor reads it. It is published when it is approved.",
  published: (hasDraft, isSent) =>
    isSent
      ? "An assessor reads your change. Buyers see the earlier words until then."
      : hasDraft
        ? "You finish your change and send it."
        : "Confirm every six months that it is still right.",
  paused: () => "Start it again when you can take people.",
  stale: () => "Confirm that it is still right. Buyers find it again at once.",
  withdrawn: () => "Nothing. Its record is kept.",
};

import { TextLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/message";
import { Money } from "@/components/ui/value";
import type { SameNeed } from "@/lib/calloff/route/choices";
import { roundPounds } from "@/lib/core/values/format";

type Props = { same: readonly SameNeed[]; split: boolean; togetherPence: bigint; thresholdPence: bigint | null };

/** What else the authority buys of the same need, and that it counts together. Nothing when there is nothing else. */
export function SameNeeds({ same, split, togetherPence, thresholdPence }: Props) {
  if (same.length === 0) return null;
  const reaches = thresholdPence === null || togetherPence >= thresholdPence;
  return (
    <Notice
      tone={split ? "wait" : "note"}
      title={split ? "The same need is bought in pieces" : "You buy more of the same need"}
    >
      <p>
        Within a year, in the same places, your authority also has these. Together it comes to{" "}
        <strong>{roundPounds(togetherPence)}</strong>
        {split && thresholdPence !== null
          ? `, which reaches the threshold of ${roundPounds(thresholdPence)}. The law counts them as one, unless there is a good reason.`
          : reaches
            ? ". This call-off reaches the threshold by itself, so nothing changes."
            : ", which is still below the threshold."}
      </p>
      <ul className="grid gap-1">
        {same.slice(0, 10).map(({ id, what, reference, title, pence }) => (
          <li key={id}>
            <TextLink href={`/${what === "callOff" ? "call-offs" : "purchases"}/${id}`}>{title}</TextLink>{" "}
            <span className="text-muted">({reference})</span> <Money pence={pence} />
          </li>
        ))}
      </ul>
      {same.length > 10 && <p>And {same.length - 10} more.</p>}
    </Notice>
  );
}

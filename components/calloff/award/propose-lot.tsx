import { CheckboxGroup, RadioGroup } from "@/components/form/choice";
import { HiddenFields } from "@/components/form/form";
import { TextArea } from "@/components/form/text";
import { Notice } from "@/components/ui/message";
import type { RankingRecord } from "@/lib/calloff/decide/award/record";
import { alternatives } from "@/lib/calloff/decide/award/schema";
import { alternativeWords, receivedSaid } from "@/lib/calloff/decide/award/words";
import { listed } from "@/lib/core/values/format";

type Props = {
  at: number;
  lot: { id: string; number: number; title: string; ranking: Omit<RankingRecord, "considered"> };
  single: boolean;
};

/** The fields that decide one lot: who wins, why, and what a tie or a single tender asks for besides. */
export function ProposeLot({ at, lot: { id, number, title, ranking }, single }: Props) {
  const { winnerId, undecidedIds, tenders, received } = ranking;
  const field = (name: string) => `lots.${at}.${name}`;
  const first = tenders.filter((tender) => tender.id === winnerId || undecidedIds.includes(tender.id));
  return (
    <>
      <HiddenFields values={{ [field("lotId")]: id }} />
      {single && (
        <Notice tone="wait" title={`${receivedSaid(received)} for lot ${number}`}>
          <p>Say what you considered instead, and why you decide as you do. Both are published with the award.</p>
        </Notice>
      )}
      <RadioGroup
        name={field("tenderId")}
        label={`Who wins lot ${number}, ${title}?`}
        hint={
          undecidedIds.length > 0
            ? `${listed(first.map(({ name }) => name))} share the first place. Choose one, and say how you settle it.`
            : "Only the first of the ranking can win. You may also take no tender."
        }
        defaultValue={winnerId ?? ""}
        options={[
          ...first.map((tender) => ({ value: tender.id, label: tender.name, hint: `Tender ${tender.reference}` })),
          { value: "nobody", label: "Nobody", hint: "No tender for this lot is taken." },
        ]}
      />
      {undecidedIds.length > 0 && (
        <TextArea name={field("tieBreak")} label="How do you settle the tie?" words={200} rows={3} />
      )}
      {single && (
        <>
          <CheckboxGroup
            name={field("considered")}
            label="What did you consider instead?"
            options={alternatives.map((value) => ({ value, label: alternativeWords[value].label }))}
          />
          <TextArea name={field("singleBid")} label="Why do you decide this, although there is no choice?" rows={3} />
        </>
      )}
      <TextArea
        name={field("reason")}
        label={`Why do you decide this about lot ${number}?`}
        hint="Funders and auditors read this. So does every tenderer, in its summary."
        rows={4}
      />
    </>
  );
}

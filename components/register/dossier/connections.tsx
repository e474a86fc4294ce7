import { AssociatedTable, ConnectedTable } from "@/components/register/connection/lists";
import { Section } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { SummaryList } from "@/components/ui/summary";
import { Day } from "@/components/ui/value";
import { numbersSaid } from "@/lib/reference/identifiers";
import type { Behind } from "@/lib/register/connection/queries";
import type { RegisterSays } from "@/lib/register/listing/queries";
import { registerSaysWords as words } from "@/lib/register/listing/words";

/** Who stands behind an organisation, and what the public registers say of its numbers. Drawn for those who may see it. */
export function DossierConnections({ connections, registers, nameNote }: Behind) {
  if (!connections) return null;
  return (
    <Section title="Who stands behind it" id="behind" lead="Only stewards and the organisation itself see this.">
      {registers.length > 0 && (
        <SummaryList
          rows={registers.map((says) => ({
            label: numbersSaid([says]),
            value: <Says {...says} />,
            note: nameNote && !says.isSameName ? `They say: ${nameNote}` : undefined,
          }))}
        />
      )}
      <p className="mb-6">
        {connections.completeAt ? (
          <>
            They said on <Day on={connections.completeAt} /> that the lists below are complete.
          </>
        ) : (
          "They have not said that the lists below are complete."
        )}
      </p>
      <ConnectedTable persons={connections.persons} />
      <AssociatedTable associated={connections.associated} />
    </Section>
  );
}

function Says({ listed, hasExtract, isSameName }: RegisterSays) {
  if (!listed)
    return <Said tone={hasExtract ? "wait" : "neutral"}>{hasExtract ? words.notListed : words.noExtract}</Said>;
  if (!listed.isActive) return <Said tone="bad">{words.gone(listed.status)}</Said>;
  return isSameName ? (
    <Said tone="good">{words.same(listed.status)}</Said>
  ) : (
    <Said tone="wait">{words.otherName(listed.name)}</Said>
  );
}

const labels = { good: "Agrees", wait: "Look at this", bad: "Not on it", neutral: "Not looked up" } as const;

function Said({ tone, children }: { tone: keyof typeof labels; children: string }) {
  return (
    <>
      <Tag tone={tone}>{labels[tone]}</Tag> {children}
    </>
  );
}

import { Bullets } from "@/components/ui/list";
import { Details, Prose, Section } from "@/components/ui/page";
import type { Opportunity } from "@/lib/calloff/open/opportunity/queries/find";
import { isOpen } from "@/lib/calloff/open/rules";
import type { Reference } from "@/lib/reference/snapshot";
import { Criteria } from "./criteria";
import { Amendments, Notices, Questions } from "./log";
import { Lots } from "./lots";
import { Timetable } from "./timetable";

type Props = { found: Opportunity; names: Reference; now: Date };

/** Everything that an opportunity says of itself, in the order in which somebody decides whether to tender. */
export function OpportunityBody({ found, names, now }: Props) {
  const { amendments, conditions, outcomeCodes } = found;
  const open = isOpen(found, now);
  return (
    <>
      {amendments.length > 0 && (
        <Section title="Changes" id="amendments">
          <Amendments amendments={amendments} />
        </Section>
      )}
      <Section title="What is needed" id="need">
        <Prose>
          <p className="whitespace-pre-line">{found.need}</p>
          <h3>For whom</h3>
          <p className="whitespace-pre-line">{found.forWhom}</p>
          {found.barriersConsidered && (
            <>
              <h3>What was done for small organisations</h3>
              <p className="whitespace-pre-line">{found.barriersConsidered}</p>
            </>
          )}
        </Prose>
        {outcomeCodes.length > 0 && (
          <div className="mt-6">
            <h3 className="mb-2 font-bold">What it should achieve</h3>
            <Bullets items={outcomeCodes.map((code) => names.outcomes.name(code))} />
          </div>
        )}
      </Section>
      <Section title="Lots" id="lots" lead={lotsLead(found.lots.length, open)}>
        <Lots lots={found.lots} names={names} />
      </Section>
      <Section title="How tenders are judged" id="criteria">
        <Criteria criteria={found.criteria} priceMethod={found.priceMethod} />
      </Section>
      {conditions.length > 0 && (
        <Section title="Conditions" id="conditions" lead="Pass or fail. Your tender says how you meet each of them.">
          <ol className="border-t border-line">
            {conditions.map(({ id, number, title, text, why }) => (
              <li key={id} className="grid max-w-measure gap-2 border-b border-line py-4">
                <h3 className="font-bold">
                  {number}. {title}
                </h3>
                <p className="whitespace-pre-line">{text}</p>
                <Details summary={`Why condition ${number} is asked`}>
                  <p>{why}</p>
                </Details>
              </li>
            ))}
          </ol>
        </Section>
      )}
      <Section title="Timetable" id="timetable">
        <Timetable dates={found} now={now} />
      </Section>
      <Section title="Questions and answers" id="questions" lead="Nobody sees who asked. Answers go to everyone.">
        <Questions questions={found.clarifications} open={open} />
      </Section>
      {found.notices.length > 0 && (
        <Section title="Notices" id="notices">
          <Notices notices={found.notices} />
        </Section>
      )}
    </>
  );
}

/** How lots are chosen and won, where there are several. */
function lotsLead(lots: number, open: boolean): string | undefined {
  if (lots === 1) return undefined;
  return open
    ? "You can tender for one lot or for several. Each is awarded by itself."
    : "Each lot is awarded by itself.";
}

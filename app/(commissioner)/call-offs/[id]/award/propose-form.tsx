import { ConcentrationTable } from "@/components/calloff/award/concentration-table";
import { ProposeLot } from "@/components/calloff/award/propose-lot";
import { RankingTable } from "@/components/calloff/award/ranking-table";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { Section } from "@/components/ui/page";
import type { AwardPack } from "@/lib/calloff/decide/award/queries/find";
import { judgeLots } from "@/lib/calloff/decide/award/queries/judge";
import { concentrations } from "@/lib/calloff/decide/award/queries/market";
import { isSingle } from "@/lib/calloff/decide/award/rules";
import type { Member } from "@/lib/core/actor";
import { listed } from "@/lib/core/values/format";
import { newId } from "@/lib/core/values/id";
import { reference } from "@/lib/reference/queries";
import { propose } from "./actions";

/** Every lot with its ranking and what its award would do to the market, and the fields that decide it. */
export async function ProposeForm({ actor, pack }: { actor: Member; pack: AwardPack }) {
  const lots = await judgeLots(actor, pack.id);
  const firsts = lots.map(({ ranking }) => ranking.tenders.find(({ id }) => id === ranking.winnerId) ?? null);
  const won = lots.flatMap((lot, at) => (firsts[at] ? [{ lot, first: firsts[at] }] : []));
  const effects = await concentrations(
    actor,
    pack.id,
    won.map(({ lot: { categoryCode, placeCodes }, first }) => ({
      ...{ categoryCode, placeCodes, organisationId: first.organisationId },
      pence: BigInt(first.pricePence),
    })),
  );
  const { categories, places } = await reference();

  return (
    <>
      {lots.map((lot) => {
        const at = won.findIndex((each) => each.lot.id === lot.id);
        const effect = effects[at];
        return (
          <Section key={lot.id} title={`Lot ${lot.number}: ${lot.title}`} id={`ranking-${lot.number}`}>
            <div className="grid gap-10">
              <RankingTable ranking={lot.ranking} winnerId={null} whole title={`lot ${lot.number}, ${lot.title}`} />
              {effect && (
                <ConcentrationTable
                  concentration={effect}
                  category={categories.name(lot.categoryCode)}
                  places={listed(lot.placeCodes.map((code) => places.label(code)))}
                />
              )}
            </div>
          </Section>
        );
      })}
      <Section title="Your proposal" id="proposal">
        <div className="mb-8">
          <Bullets
            items={[
              "Each body that pays is asked to approve it. You cannot approve it yourself.",
              "No tenderer is told yet. You can reconsider until the call-off is concluded.",
              "The ranking is kept with your decision, as it is now.",
            ]}
          />
        </div>
        <Form action={propose} idempotencyKey={newId()}>
          <HiddenFields values={{ id: pack.id }} />
          {lots.map((lot, at) => (
            <ProposeLot key={lot.id} at={at} lot={lot} single={isSingle({ ranking: lot.ranking, route: pack.route })} />
          ))}
          <Buttons>
            <Submit>Propose the award</Submit>
            <TextLink href={`/call-offs/${pack.id}`}>Go back without proposing</TextLink>
          </Buttons>
        </Form>
      </Section>
    </>
  );
}

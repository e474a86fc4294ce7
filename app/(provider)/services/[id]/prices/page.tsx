import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { Versioned } from "@/components/register/provider/versioned";
import { RateRows } from "@/components/register/service/rate-rows";
import { WritingPage } from "@/components/register/service/writing-page";
import { TextLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { Notice } from "@/components/ui/message";
import { Details } from "@/components/ui/page";
import { toPounds } from "@/lib/core/money";
import type { ServiceDetail } from "@/lib/register/service/queries";
import { stateWords } from "@/lib/register/service/words";
import { price } from "../actions";
import { serviceToWrite } from "../writing";

export const metadata = { title: "Prices" };

export default async function PricesPage({ params }: PageProps<"/services/[id]/prices">) {
  const { service, title } = await serviceToWrite(params);
  const [card] = service.rateCards;
  const isPublic = card?.publishedAt !== null && card !== undefined;

  return (
    <WritingPage
      service={service}
      title={title}
      section="prices"
      locked={whyLocked(service)}
      lead={<p>Put the whole cost in: staff, rooms, travel, and a fair share of your overheads.</p>}
    >
      {isPublic && (
        <Notice tone="wait" title="New prices hold at once">
          <p>What was bought before keeps its price. New buyers see the new ones as soon as you save.</p>
        </Notice>
      )}
      <Form action={price}>
        <HiddenFields values={{ serviceId: service.id }} />
        <Versioned name="version" version={card?.version ?? 0} />
        <RateRows items={card ? card.lines.map(item) : []} />
        <Details summary="When do I need more than one price?">
          <Bullets
            items={[
              "Different things, such as a session alone and a session in a group.",
              "Different levels of need. Then give each level its own price.",
              "Cheaper from a number on. Say from and to: 1 to 20, then 21 and up. Leave no gap.",
            ]}
          />
        </Details>
        <Buttons>
          <Submit>{isPublic ? "Publish these prices" : "Save and continue"}</Submit>
          <TextLink href={`/services/${service.id}`}>Cancel</TextLink>
        </Buttons>
      </Form>
    </WritingPage>
  );
}

function whyLocked({ state }: ServiceDetail): string | null {
  if (state === "inReview") return "An assessor is checking it. You can change its prices when it comes back.";
  return state === "withdrawn" ? stateWords.withdrawn.meaning : null;
}

type Line = ServiceDetail["rateCards"][number]["lines"][number];

const item = ({ what, unit, complexity, pence, vatBp, volumeFrom, volumeTo }: Line) => ({
  what,
  unit,
  complexity,
  price: toPounds(pence),
  vatBp: String(vatBp),
  volumeFrom: String(volumeFrom),
  volumeTo: volumeTo === null ? "" : String(volumeTo),
});

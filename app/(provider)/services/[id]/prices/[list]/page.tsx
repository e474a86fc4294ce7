import { notFound } from "next/navigation";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { PriceTable } from "@/components/register/service/price-table";
import { TextLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { BackLink, PageHeader, Section } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { requireMember } from "@/lib/identity/session";
import { reference } from "@/lib/reference/queries";
import { mayEdit } from "@/lib/register/service/policy";
import { findService, titleOf } from "@/lib/register/service/queries";
import { findPriceList, type PriceList } from "@/lib/register/service/rates/queries";
import { daysWords, standingWords } from "@/lib/register/service/rates/words";
import { withdraw } from "../actions";

export const metadata = { title: "Price list" };

const leadOf = (list: PriceList): string =>
  list.standing === "written"
    ? "It is not published yet."
    : list.standing === "withdrawn"
      ? "It was withdrawn. Nobody can buy at these prices."
      : list.standing === "ended"
        ? `It held ${daysWords(list)}.`
        : `It holds ${daysWords(list)}.`;

export default async function PriceListPage({ params }: PageProps<"/services/[id]/prices/[list]">) {
  const { id, list: listId } = await params;
  const actor = await requireMember("provider");
  const service = (await findService(actor, id)) ?? notFound();
  const list = (await findPriceList(actor, id, listId)) ?? notFound();
  const { places } = await reference();
  const at = `/services/${id}`;
  const { label, tone } = standingWords[list.standing];
  const uplifts = list.uplifts.map((uplift) => ({ ...uplift, place: places.label(uplift.placeCode) }));

  return (
    <>
      <BackLink href={at}>{titleOf(service)}</BackLink>
      <PageHeader
        title={`Price list ${list.version}`}
        caption={service.reference}
        lead={leadOf(list)}
        aside={<Tag tone={tone}>{label}</Tag>}
      />
      <PriceTable card={{ ...list, uplifts }} />
      {list.changed.length > 0 && (
        <Section title="What it changed" id="changed">
          <Bullets items={list.changed} />
        </Section>
      )}
      {list.standing === "waiting" && mayEdit(actor, service) && (
        <Section title="Withdraw these prices" id="withdraw">
          <Form action={withdraw} label="Withdraw">
            <HiddenFields values={{ serviceId: id, rateCardId: list.id }} />
            <Bullets
              items={[
                "They never come into force. The record keeps them.",
                "The prices before them go on.",
                "Buyers no longer see that other prices are coming.",
              ]}
            />
            <Buttons>
              <Submit kind="warning">Withdraw these prices</Submit>
              <TextLink href={at}>Keep them</TextLink>
            </Buttons>
          </Form>
        </Section>
      )}
    </>
  );
}

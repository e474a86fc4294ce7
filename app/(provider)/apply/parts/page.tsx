import { notFound, redirect } from "next/navigation";
import { CheckboxGroup } from "@/components/form/choice";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { Versioned } from "@/components/form/versioned";
import { AskedTable } from "@/components/register/asked-table";
import { BandField } from "@/components/register/provider/band-field";
import { TextLink } from "@/components/ui/button";
import { BackLink, Details, PageHeader } from "@/components/ui/page";
import { count, listed } from "@/lib/core/values/format";
import { requireMember } from "@/lib/identity/session";
import { reference } from "@/lib/reference/queries";
import { writes } from "@/lib/register/application/policy";
import { findOwnApplication, listOwnMemberships } from "@/lib/register/application/queries/own";
import { listBands, listConditions, listParts } from "@/lib/register/market/queries";
import { choose } from "../actions";

export const metadata = { title: "Parts that you want to join" };

export default async function PartsPage() {
  const actor = await requireMember("provider");
  const application = (await findOwnApplication(actor)) ?? redirect("/apply");
  if (application.state !== "draft") redirect("/apply");
  if (!writes(actor, application)) notFound();
  const [parts, bands, conditions, memberships, { categories }] = await Promise.all([
    listParts(actor),
    listBands(actor),
    listConditions(actor),
    listOwnMemberships(actor),
    reference(),
  ]);
  const highest = bands.at(-1)?.number ?? 1;
  // A member up to the highest value has nothing more to ask for; up to a lower one, it has.
  const full = memberships.filter(
    ({ state, band }) => ["active", "suspended", "removalProposed"].includes(state) && band >= highest,
  );
  const isFull = (partId: string) => full.some((membership) => membership.partId === partId);

  return (
    <>
      <BackLink href="/apply">Your application</BackLink>
      <PageHeader
        title="Parts that you want to join"
        lead={
          <p>
            Each part is a kind of service. Choose those where you have a service ready, and how large the work may be.
            You can add more on any day.
          </p>
        }
      />
      <Form action={choose}>
        <HiddenFields values={{ applicationId: application.id }} />
        <Versioned name="version" version={application.version} />
        <CheckboxGroup
          name="partIds"
          label="Parts"
          options={parts
            .filter(({ id }) => !isFull(id))
            .map(({ id, number, title, categoryCode }) => ({
              value: id,
              label: `${number}. ${title}`,
              hint: `${categories.find(categoryCode)?.description ?? ""}${more(conditions, number)}`,
            }))}
          defaultValue={application.parts.map(({ partId }) => partId)}
        />
        {full.length > 0 && (
          <p className="text-muted">
            You are a member of {listed(full.map(({ part }) => part.title))} already, up to the highest value.
          </p>
        )}
        {bands.length > 0 && (
          <BandField
            bands={bands}
            conditions={conditions}
            partNumbers={application.parts.map(({ part }) => part.number)}
            defaultValue={application.band}
          />
        )}
        <Details summary="See which conditions each value asks">
          <AskedTable caption="Every condition of the register" bands={bands} conditions={conditions} />
        </Details>
        <Buttons>
          <Submit>Save and continue</Submit>
          <TextLink href="/apply">Cancel</TextLink>
        </Buttons>
      </Form>
    </>
  );
}

/** What a part asks on top of what every part asks. */
function more(
  conditions: readonly { title: string; minutes: number; partNumbers: readonly number[] }[],
  number: number,
) {
  const own = conditions.filter(({ partNumbers }) => partNumbers.includes(number));
  if (own.length === 0) return "";
  return ` It also asks: ${listed(own.map(({ title, minutes }) => `${title} (${count(minutes, "minute")})`))}.`;
}

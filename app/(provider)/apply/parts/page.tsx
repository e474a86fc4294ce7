import { notFound, redirect } from "next/navigation";
import { CheckboxGroup } from "@/components/form/choice";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { Versioned } from "@/components/register/provider/versioned";
import { TextLink } from "@/components/ui/button";
import { BackLink, PageHeader } from "@/components/ui/page";
import { requireMember } from "@/lib/identity/session";
import { reference } from "@/lib/reference/queries";
import { writes } from "@/lib/register/application/policy";
import { findOwnApplication, listOwnMemberships } from "@/lib/register/application/queries/own";
import { listParts } from "@/lib/register/market/queries";
import { choose } from "../actions";

export const metadata = { title: "Parts that you want to join" };

export default async function PartsPage() {
  const actor = await requireMember("provider");
  const application = (await findOwnApplication(actor)) ?? redirect("/apply");
  if (application.state !== "draft") redirect("/apply");
  if (!writes(actor, application)) notFound();
  const [parts, memberships, { categories }] = await Promise.all([
    listParts(actor),
    listOwnMemberships(actor),
    reference(),
  ]);
  const member = new Set(
    memberships.filter(({ state }) => state !== "lapsed" && state !== "removed").map(({ partId }) => partId),
  );

  return (
    <>
      <BackLink href="/apply">Your application</BackLink>
      <PageHeader
        title="Parts that you want to join"
        lead={
          <p>
            Each part is a kind of service. Choose those where you have a service ready. You can add others on any day.
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
            .filter(({ id }) => !member.has(id))
            .map(({ id, number, title, categoryCode }) => ({
              value: id,
              label: `${number}. ${title}`,
              hint: categories.find(categoryCode)?.description,
            }))}
          defaultValue={application.parts.map(({ partId }) => partId)}
        />
        {member.size > 0 && (
          <p className="text-muted">
            You are a member of{" "}
            {memberships
              .filter(({ partId }) => member.has(partId))
              .map(({ part }) => part.title)
              .join(", ")}{" "}
            already.
          </p>
        )}
        <Buttons>
          <Submit>Save and continue</Submit>
          <TextLink href="/apply">Cancel</TextLink>
        </Buttons>
      </Form>
    </>
  );
}

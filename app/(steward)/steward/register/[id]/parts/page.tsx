import type { Metadata } from "next";
import { Form, HiddenFields } from "@/components/form/form";
import { Versioned } from "@/components/form/versioned";
import { OrderList } from "@/components/register/design/order-list";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/message";
import { BackLink, PageHeader } from "@/components/ui/page";
import { reference } from "@/lib/reference/queries";
import { designWords } from "@/lib/register/market/words";
import { reorderParts } from "../actions";
import { requireDraft } from "../draft";

export const metadata: Metadata = { title: designWords.parts };

export default async function PartsPage({ params }: PageProps<"/steward/register/[id]/parts">) {
  const { register } = await requireDraft(params);
  const { categories, cohorts } = await reference();
  const at = `/steward/register/${register.id}`;
  const add = <ButtonLink href={`${at}/parts/new`}>Add a part</ButtonLink>;
  return (
    <>
      <BackLink href={at}>{register.title}</BackLink>
      <PageHeader
        title={designWords.parts}
        lead="Each part is a kind of service, applied for and admitted by itself."
        action={add}
      />
      {register.parts.length === 0 ? (
        <EmptyState title="There is no part yet" action={add}>
          A register needs one at least.
        </EmptyState>
      ) : (
        <Form action={reorderParts} label="The order of the parts">
          <HiddenFields values={{ registerId: register.id }} />
          <Versioned name="edit" version={register.edit} />
          <OrderList
            items={register.parts}
            change={(id) => `${at}/parts/${id}`}
            remove={(id) => `${at}/remove/${id}`}
            under={({ title, categoryCode, cohortCode, cpvCode }) =>
              [
                categories.name(categoryCode) !== title && `${categories.name(categoryCode)}.`,
                cohortCode && cohorts.name(cohortCode) !== title && `Only for: ${cohorts.name(cohortCode)}.`,
                `Procurement code ${cpvCode}.`,
              ]
                .filter(Boolean)
                .join(" ")
            }
          />
        </Form>
      )}
    </>
  );
}

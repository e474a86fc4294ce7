import type { Metadata } from "next";
import { Form, HiddenFields } from "@/components/form/form";
import { Versioned } from "@/components/form/versioned";
import { OrderList } from "@/components/register/design/order-list";
import { BandTable, ofWhom } from "@/components/register/design/register-view";
import { ButtonLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { EmptyState } from "@/components/ui/message";
import { BackLink, Details, PageHeader, Section } from "@/components/ui/page";
import { count } from "@/lib/core/values/format";
import { conditionKindWords } from "@/lib/register/application/words";
import { designWords, forbiddenWords, ruleWords } from "@/lib/register/market/words";
import { reorderConditions } from "../actions";
import { requireDraft } from "../draft";

export const metadata: Metadata = { title: designWords.conditions };

export default async function ConditionsPage({ params }: PageProps<"/steward/register/[id]/conditions">) {
  const { register } = await requireDraft(params);
  const { conditions, bands } = register;
  const at = `/steward/register/${register.id}`;
  const add = <ButtonLink href={`${at}/conditions/new`}>Add a condition</ButtonLink>;
  return (
    <>
      <BackLink href={at}>{register.title}</BackLink>
      <PageHeader
        title={designWords.conditions}
        lead={`Ask only what shows that an organisation can do the work, in proportion to it (${ruleWords.proportionate.source}).`}
        action={add}
      />
      <div className="mb-6">
        <Details summary="What the law does not let you ask">
          <Bullets items={forbiddenWords} />
        </Details>
      </div>
      {conditions.length === 0 ? (
        <EmptyState title="There is no condition yet" action={add}>
          Each part needs one at least that shows that the work can be done.
        </EmptyState>
      ) : (
        <>
          <Form action={reorderConditions} label="The order of the conditions">
            <HiddenFields values={{ registerId: register.id }} />
            <Versioned name="edit" version={register.edit} />
            <OrderList
              items={conditions}
              change={(id) => `${at}/conditions/${id}`}
              remove={(id) => `${at}/remove/${id}`}
              under={(condition) =>
                `${conditionKindWords[condition.kind].label}, ${count(condition.minutes, "minute")}. ${ofWhom(condition, bands)}`
              }
            />
          </Form>
          <Section title="What each value asks" id="values">
            <BandTable bands={bands} conditions={conditions} secondFromBand={register.secondFromBand} />
          </Section>
        </>
      )}
    </>
  );
}

import { Select } from "@/components/form/choice";
import { Form } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { ConfirmPress } from "@/components/register/service/confirm-press";
import { ButtonLink, Download, TextLink } from "@/components/ui/button";
import { FilterLayout } from "@/components/ui/filter";
import { ResultList } from "@/components/ui/list";
import { EmptyState } from "@/components/ui/message";
import { PageHeader } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { Pagination } from "@/components/ui/table";
import { Day } from "@/components/ui/value";
import { count } from "@/lib/core/values/format";
import { requireMember } from "@/lib/identity/session";
import { mayEdit } from "@/lib/register/service/policy";
import {
  countConfirmable,
  listServices,
  type ServiceSummary,
  stillToDo,
  titleOf,
  wantsConfirming,
} from "@/lib/register/service/queries";
import { readListed } from "@/lib/register/service/schema";
import { stateWords, waitWords } from "@/lib/register/service/words";
import { confirm, confirmAll } from "./actions";

export const metadata = { title: "Your services" };

const states = Object.entries(stateWords).map(([value, { label }]) => ({ value, label }));

export default async function ServicesPage({ searchParams }: PageProps<"/services">) {
  const actor = await requireMember("provider");
  const { page, state } = readListed(await searchParams);
  const [{ items, total }, confirmable] = await Promise.all([
    listServices(actor, { page, state }),
    countConfirmable(actor),
  ]);
  const writes = mayEdit(actor, actor);
  const query = state ? `state=${state}` : "";

  return (
    <>
      <PageHeader
        title="Your services"
        lead={<p>Keep these true and buyers will find you. The number of open places matters most.</p>}
        action={writes && <ButtonLink href="/services/new">Add a service</ButtonLink>}
      />
      <FilterLayout
        action="/services"
        chosen={state ? 1 : 0}
        filters={
          <Select name="state" label="Standing" empty="All but withdrawn" options={states} defaultValue={state} />
        }
      >
        {items.length === 0 ? (
          <EmptyState
            title={state ? "No service has this standing" : "You have no services yet"}
            action={writes && !state && <ButtonLink href="/services/new">Add your first service</ButtonLink>}
          >
            <p>
              {state ? (
                <TextLink href="/services">Show all of them</TextLink>
              ) : (
                "It takes about ten minutes. Nobody sees it until you send it."
              )}
            </p>
          </EmptyState>
        ) : (
          <>
            {confirmable > 1 && items.some(wantsConfirming) && (
              <div className="mb-8 border-y border-line py-6">
                <Form action={confirmAll} label="Confirm all of them">
                  <p>
                    Is everything that buyers read still right? One press says so of{" "}
                    {count(confirmable, "published service")}, and shows those again that were hidden for want of it.
                  </p>
                  <div>
                    <Submit kind="secondary">All of them are still right</Submit>
                  </div>
                </Form>
              </div>
            )}
            <h2 className="sr-only">Services</h2>
            <ResultList label="Your services" items={items.map((service) => item(service, writes))} />
            <Pagination page={page} total={total} of="service" href={(to) => `/services?${query}&page=${to}`} />
            <p className="mt-4">
              <Download href={`/services/csv?${query}`} kind="CSV">
                Your services
              </Download>
            </p>
          </>
        )}
      </FilterLayout>
    </>
  );
}

function item(service: ServiceSummary, writes: boolean) {
  const { id, state, part, capacityAsOf, openPlaces, places, waitDays, reason, draft } = service;
  const left = stillToDo(service);
  const isLive = state === "published" || state === "paused" || state === "stale";
  return {
    id,
    title: titleOf(service),
    href: `/services/${id}`,
    under: `${service.reference}. Part ${part.number}, ${part.title}.`,
    tag: <Tag tone={stateWords[state].tone}>{stateWords[state].label}</Tag>,
    facts: capacityAsOf
      ? [
          `${openPlaces} of ${count(places, "place")} open`,
          waitDays === 0 ? waitWords(0) : `${waitWords(waitDays)} to wait`,
          <span key="as-of">
            as of <Day on={capacityAsOf} />
          </span>,
        ]
      : [],
    why:
      state === "draft"
        ? (reason ?? (left.length > 0 ? `${count(left.length, "page")} to finish.` : "Finished. It can be sent."))
        : isLive && draft
          ? draft.submittedAt
            ? "A change is being checked. Buyers see the version before it."
            : "You have started a change and not sent it."
          : stateWords[state].meaning,
    action: writes && state !== "withdrawn" && (
      <div className="grid gap-3">
        <TextLink href={`/services/${id}/capacity`}>Say how full it is</TextLink>
        {wantsConfirming(service) && (
          <ConfirmPress action={confirm} serviceId={id} title={titleOf(service)} back="list" />
        )}
      </div>
    ),
  };
}

import { notFound } from "next/navigation";
import { PriceLists } from "@/components/register/service/rates/price-lists";
import { ServiceActs } from "@/components/register/service/service-acts";
import { ServiceLine } from "@/components/register/service/service-line";
import { Notice } from "@/components/ui/message";
import { BackLink, Columns, PageHeader, Section } from "@/components/ui/page";
import { TaskList } from "@/components/ui/progress";
import { Stat, Stats, Tag } from "@/components/ui/status";
import { Day } from "@/components/ui/value";
import { count, whole } from "@/lib/core/values/format";
import { requireMember } from "@/lib/identity/session";
import { findOwnApplication, listOwnMemberships } from "@/lib/register/application/queries/own";
import { mayEdit, nextSteps } from "@/lib/register/service/policy";
import { findService, type ServiceDetail, stillToDo, titleOf } from "@/lib/register/service/queries";
import { listPriceLists } from "@/lib/register/service/rates/queries";
import { type ServiceSection, sectionWords, stateWords, waitWords } from "@/lib/register/service/words";
import { confirm, edit, pause, resume, send } from "../actions";

export const metadata = { title: "Service" };

export default async function ServicePage({ params }: PageProps<"/services/[id]">) {
  const { id } = await params;
  const actor = await requireMember("provider");
  const service = (await findService(actor, id)) ?? notFound();
  const [memberships, application, lists] = await Promise.all([
    listOwnMemberships(actor),
    findOwnApplication(actor),
    listPriceLists(actor, id),
  ]);
  const left = stillToDo(service);
  const writes = mayEdit(actor, service);
  const isOpen = service.draft !== null && service.draft.submittedAt === null && service.state !== "withdrawn";
  const { state, reason, part } = service;

  return (
    <>
      <BackLink href="/services">Your services</BackLink>
      <PageHeader
        caption={`${service.reference}. Part ${part.number}, ${part.title}`}
        title={titleOf(service)}
        lead={<p>{stateWords[state].meaning}</p>}
        aside={<Tag tone={stateWords[state].tone}>{stateWords[state].label}</Tag>}
      />
      <ServiceLine service={service} />
      {reason && isOpen && (
        <Notice tone="wait" title="What the assessor asked you to change">
          <p className="whitespace-pre-line">{reason}</p>
        </Notice>
      )}
      <Columns
        aside={
          <ServiceActs
            service={service}
            steps={nextSteps(actor, service)}
            writes={writes}
            isReady={left.length === 0}
            isMember={memberships.some(({ partId, state: standing }) => partId === part.id && standing === "active")}
            isInApplication={
              application?.state === "draft" && application.parts.some(({ partId }) => partId === part.id)
            }
            actions={{ confirm, edit, pause, resume, send }}
          />
        }
      >
        <TaskList
          sections={groups.map(({ title, pages }) => ({
            title,
            tasks: pages.map((section) => task(service, section, left, writes)),
          }))}
        />
        {lists.length > 0 && (
          <Section title="Prices" id="prices">
            <PriceLists lists={lists} serviceId={id} />
          </Section>
        )}
        {service.capacityAsOf && (
          <Section title="How full it is" id="full">
            <Stats>
              <Stat
                label="Open places"
                value={whole(service.openPlaces)}
                compare={`of ${count(service.places, "place")}`}
              />
              <Stat
                label="Waiting time"
                value={waitWords(service.waitDays)}
                compare={
                  <>
                    as of <Day on={service.capacityAsOf} />
                  </>
                }
              />
            </Stats>
          </Section>
        )}
      </Columns>
    </>
  );
}

const groups: { title: string; pages: readonly ServiceSection[] }[] = [
  { title: "The service: checked before buyers read it", pages: ["description", "who", "places", "delivery"] },
  { title: "Price and space: holds at once", pages: ["prices", "capacity"] },
];
const alwaysOpen: readonly ServiceSection[] = ["capacity"];
const openOncePublished: readonly ServiceSection[] = ["capacity", "prices"];

function task(
  { id, state, draft }: ServiceDetail,
  section: ServiceSection,
  left: readonly ServiceSection[],
  writes: boolean,
) {
  const isWritten = draft !== null && draft.submittedAt === null;
  const open = state === "draft" || state === "inReview" ? alwaysOpen : openOncePublished;
  const canChange =
    writes &&
    state !== "withdrawn" &&
    (open.includes(section) || (isWritten && section !== "prices") || (state === "draft" && isWritten));
  return {
    title: sectionWords[section].title,
    hint: sectionWords[section].hint,
    href: canChange ? `/services/${id}/${section}` : undefined,
    ...(left.includes(section)
      ? ({ status: "Not finished", tone: "note" } as const)
      : ({ status: canChange ? "Done" : "Locked", tone: canChange ? "good" : "neutral" } as const)),
  };
}

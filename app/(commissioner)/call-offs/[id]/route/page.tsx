import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RouteCard } from "@/components/calloff/route/route-card";
import { SameNeeds } from "@/components/calloff/route/same-needs";
import { ValueScale } from "@/components/calloff/route/value-scale";
import { Rules } from "@/components/calloff/route-view";
import { Form, HiddenFields } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { Versioned } from "@/components/form/versioned";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { BackLink, Columns, PageHeader, Section } from "@/components/ui/page";
import { Facts } from "@/components/ui/summary";
import { Day, Money } from "@/components/ui/value";
import { instrumentWords } from "@/lib/calloff/purchase/words";
import { mayRun } from "@/lib/calloff/record/policy";
import type { RouteChoice } from "@/lib/calloff/route/choices";
import { sentences, wayWords } from "@/lib/calloff/route/chooser-words";
import { type FoundRoutes, findRoutes } from "@/lib/calloff/route/queries";
import { roundPounds } from "@/lib/core/values/format";
import { reference } from "@/lib/reference/queries";
import { requireBuyer } from "../../../purchases/reader";
import { choose } from "./actions";
import { judgedFacts } from "./judged";

export const metadata: Metadata = { title: "How may this be bought?" };

export default async function RoutePage({ params }: PageProps<"/call-offs/[id]/route">) {
  const { id } = await params;
  const actor = await requireBuyer();
  const { callOff, question, choices } = (await findRoutes(actor, id)) ?? notFound();
  const { noticeKinds } = await reference();
  const editable = mayRun(actor, callOff) && callOff.state === "draft";
  const card = (choice: RouteChoice) => (
    <RouteCard
      key={choice.way}
      choice={choice}
      chosen={choice.way === callOff.route}
      noticeName={(code) => noticeKinds.name(code)}
      act={editable && <Act choice={choice} callOff={callOff} />}
    />
  );
  const open = choices.filter(({ standing }) => standing !== "unlawful");
  const closed = choices.filter(({ standing }) => standing === "unlawful");
  const judged = judgedFacts(callOff.routeFacts);

  return (
    <>
      <BackLink href={`/call-offs/${id}`}>{callOff.title}</BackLink>
      <PageHeader
        title="How may this be bought?"
        caption={`Call-off ${callOff.reference}`}
        lead={`${capital(instrumentWords[callOff.instrument].article)} worth ${roundPounds(callOff.estimatePence)}, with VAT and all extensions. Each way is judged by the law of today.`}
      />
      <Columns
        aside={
          <>
            <Facts facts={factsOf(callOff, question)} />
            <p className="text-small text-muted">
              This helps you decide. It is not legal advice. <TextLink href="/about">What we rely on</TextLink>
            </p>
          </>
        }
      >
        {question.law.thresholdPence !== null && callOff.estimatePence > 0n && (
          <ValueScale
            caption={question.law.above ? "The value reaches the threshold" : "The value is below the threshold"}
            marks={[
              { label: "This call-off", pence: callOff.estimatePence, look: "own" },
              ...(question.same.length > 0
                ? [{ label: "The same need together", pence: question.togetherPence, look: "together" as const }]
                : []),
              { label: "Threshold", pence: question.law.thresholdPence, look: "limit" },
            ]}
          />
        )}
        <SameNeeds {...question} thresholdPence={question.law.thresholdPence} />
        <Section title={open.length > 0 ? "What you may do" : "Nothing is open yet"} id="open">
          {open.length > 0 ? <div className="grid gap-12">{open.map(card)}</div> : <p>{sentences.noValue()}</p>}
        </Section>
        <Section title="What you may not do here" id="closed" lead="And why, so that nobody has to ask.">
          <div className="grid gap-8">{closed.map(card)}</div>
        </Section>
        {callOff.route && judged.because.length > 0 && (
          <Section title="As it was judged when it was chosen" id="judged">
            {callOff.routeReason && (
              <p className="mb-5 max-w-measure whitespace-pre-line">
                <strong>The reason on record.</strong> {judged.ground && `${judged.ground}. `}
                {callOff.routeReason}
              </p>
            )}
            <Rules rules={judged.because} label="As it was judged" />
          </Section>
        )}
      </Columns>
    </>
  );
}

function Act({ choice, callOff }: { choice: RouteChoice; callOff: FoundRoutes["callOff"] }) {
  const { way, standing } = choice;
  if (standing === "unlawful") return null;
  if (way === "rateCard")
    return (
      <ButtonLink href="/find" kind="secondary">
        Find a service and its price
      </ButtonLink>
    );
  if (standing === "withReason")
    return (
      <ButtonLink href={`/call-offs/${callOff.id}/route/reason?route=${way}`} kind="secondary">
        {way === callOff.route ? "Change the reason" : "Choose it, and say why"}
      </ButtonLink>
    );
  if (way === callOff.route) return null;
  return (
    <Form action={choose} label={`Choose: ${wayWords[way].label}`}>
      <HiddenFields values={{ id: callOff.id, route: way, reason: "", ground: "" }} />
      <Versioned name="version" version={callOff.version} />
      <div>
        <Submit>Choose this route</Submit>
      </div>
    </Form>
  );
}

function factsOf(
  callOff: FoundRoutes["callOff"],
  { law, allowance, market, noticeFromPence }: FoundRoutes["question"],
) {
  const left = allowance.capPence > allowance.usedPence ? allowance.capPence - allowance.usedPence : 0n;
  return [
    { label: "Value, with VAT and extensions", value: <Money pence={callOff.estimatePence} /> },
    {
      label: "Threshold for this kind",
      value: law.thresholdPence === null ? "None" : <Money pence={law.thresholdPence} />,
    },
    { label: "Kind of authority", value: callOff.organisation.isCentral ? "Central government" : "Sub-central" },
    { label: "Kind of service", value: law.lightTouch ? "Light touch" : "Not light touch" },
    { label: "Dynamic market", value: market ? market.title : "None is open" },
    { label: `Yearly limit left, ${allowance.year}`, value: <Money pence={left} /> },
    {
      label: "Small contracts need notices from",
      value: noticeFromPence === null ? "Not known" : <Money pence={noticeFromPence} />,
    },
    { label: "Judged on", value: <Day on={law.on} /> },
  ];
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

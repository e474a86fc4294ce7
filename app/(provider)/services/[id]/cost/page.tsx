import { CostForm, type CostGiven } from "@/components/register/service/cost/cost-form";
import { CostSteps } from "@/components/register/service/cost/cost-steps";
import { BackLink, PageHeader, Section } from "@/components/ui/page";
import { toPounds } from "@/lib/core/values/money";
import { toPercent } from "@/lib/core/values/share";
import { requireMember } from "@/lib/identity/session";
import { findCosts } from "@/lib/register/service/cost/queries";
import { type CostInputs, ourDefaults } from "@/lib/register/service/cost/rules";
import { fteWords } from "@/lib/register/service/cost/words";
import { serviceToWrite } from "../writing";
import { workOut } from "./actions";

export const metadata = { title: "What it costs" };

export default async function CostPage({ params }: PageProps<"/services/[id]/cost">) {
  const actor = await requireMember("provider");
  const { service, title } = await serviceToWrite(params);
  const costs = await findCosts(actor, service.id);
  const unit = service.rateCards[0]?.lines[0]?.unit ?? "session";

  return (
    <>
      <BackLink href={`/services/${service.id}/prices`}>Prices</BackLink>
      <PageHeader
        caption={title}
        title="What it costs"
        lead="Work out a price that covers your whole cost. Only your organisation sees this page."
      />
      {costs && (
        <Section title="The price that covers it" id="price">
          <CostSteps inputs={costs.inputs} serviceId={service.id} />
        </Section>
      )}
      <Section title={costs ? "Change the figures" : "Your figures"} id="figures">
        <CostForm
          action={workOut}
          serviceId={service.id}
          edit={costs?.edit ?? 0}
          given={costs ? givenBy(costs.inputs) : { ...first, unit }}
        />
      </Section>
    </>
  );
}

const first: CostGiven = {
  unit: "session",
  posts: [],
  ni: toPercent(ourDefaults.niBp),
  pension: toPercent(ourDefaults.pensionBp),
  others: [],
  overheadKind: "percent",
  overheadPercent: toPercent(ourDefaults.overheadBp),
  overheadAmount: "",
  hours: String(ourDefaults.hours),
  utilisation: toPercent(ourDefaults.utilisationBp),
  units: "",
};

const givenBy = ({ posts, others, overheads, ...inputs }: CostInputs): CostGiven => ({
  unit: inputs.unit,
  posts: posts.map(({ role, fte, salaryPence }) => ({ role, fte: fteWords(fte), salary: toPounds(salaryPence) })),
  ni: toPercent(inputs.niBp),
  pension: toPercent(inputs.pensionBp),
  others: others.map(({ what, pence }) => ({ what, cost: toPounds(pence) })),
  overheadKind: overheads.kind,
  overheadPercent: overheads.kind === "percent" ? toPercent(overheads.bp) : "",
  overheadAmount: overheads.kind === "amount" ? toPounds(overheads.pence) : "",
  hours: String(inputs.hours),
  utilisation: toPercent(inputs.utilisationBp),
  units: inputs.units === null ? "" : String(inputs.units),
});

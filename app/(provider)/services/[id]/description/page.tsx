import { DescriptionForm } from "@/components/register/service/service-forms";
import { WritingPage } from "@/components/register/service/writing-page";
import { reference } from "@/lib/reference/queries";
import { describe } from "../actions";
import { serviceToWrite } from "../writing";

export const metadata = { title: "What it is" };

export default async function DescriptionPage({ params }: PageProps<"/services/[id]/description">) {
  const { service, title, locked } = await serviceToWrite(params);
  const { categories, cohorts, outcomesOf } = await reference();
  const own = categories.find(service.part.categoryCode);

  return (
    <WritingPage service={service} title={title} section="description" locked={locked}>
      {service.draft && (
        <DescriptionForm
          action={describe}
          serviceId={service.id}
          draft={service.draft}
          outcomes={outcomesOf(service.part.categoryCode).map(({ code, name }) => ({ value: code, label: name }))}
          needs={categories.all
            .filter(({ kind, code }) => kind === "need" && code !== own?.code)
            .map(({ code, name }) => ({ value: code, label: name }))}
          cohorts={cohorts.all
            .filter(({ code }) => code !== own?.cohort)
            .map(({ code, name, description }) => ({ value: code, label: name, hint: description }))}
        />
      )}
    </WritingPage>
  );
}

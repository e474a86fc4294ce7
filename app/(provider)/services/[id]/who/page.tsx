import { EligibilityForm } from "@/components/register/service/service-forms";
import { WritingPage } from "@/components/register/service/writing-page";
import { sayWho } from "../actions";
import { serviceToWrite } from "../writing";

export const metadata = { title: "Who it is for" };

export default async function WhoPage({ params }: PageProps<"/services/[id]/who">) {
  const { service, title, locked } = await serviceToWrite(params);

  return (
    <WritingPage service={service} title={title} section="who" locked={locked}>
      {service.draft && <EligibilityForm action={sayWho} serviceId={service.id} draft={service.draft} />}
    </WritingPage>
  );
}

import { DeliveryForm } from "@/components/register/service/service-forms";
import { WritingPage } from "@/components/register/service/writing-page";
import { sayHow } from "../actions";
import { serviceToWrite } from "../writing";

export const metadata = { title: "How it runs" };

export default async function DeliveryPage({ params }: PageProps<"/services/[id]/delivery">) {
  const { service, title, locked } = await serviceToWrite(params);

  return (
    <WritingPage service={service} title={title} section="delivery" locked={locked}>
      {service.draft && <DeliveryForm action={sayHow} serviceId={service.id} draft={service.draft} />}
    </WritingPage>
  );
}

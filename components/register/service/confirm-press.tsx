import { Form, HiddenFields } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import type { FormAction } from "@/lib/core/values/form";

/** One press that says a service is still right. `back` is the page that is shown again. */
export function ConfirmPress({
  action,
  serviceId,
  title,
  back,
}: {
  action: FormAction;
  serviceId: string;
  title: string;
  back: "home" | "list";
}) {
  return (
    <Form action={action} label={`Confirm ${title}`}>
      <HiddenFields values={{ serviceId, back }} />
      <div>
        <Submit kind="secondary">
          It is still right<span className="sr-only">: {title}</span>
        </Submit>
      </div>
    </Form>
  );
}

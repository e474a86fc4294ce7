import { Form, HiddenFields } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import type { FormAction } from "@/lib/core/values/form";

type Props = { action: FormAction; callOffId: string; title: string; idempotencyKey: string };

/** The button that begins a tender. */
export function StartTender({ action, callOffId, title, idempotencyKey }: Props) {
  return (
    <Form action={action} idempotencyKey={idempotencyKey} label={`Begin a tender for ${title}`}>
      <HiddenFields values={{ callOffId }} />
      <div>
        <Submit kind="secondary">
          Begin a tender<span className="sr-only"> for {title}</span>
        </Submit>
      </div>
    </Form>
  );
}

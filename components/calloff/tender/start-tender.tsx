import { Form, HiddenFields } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import type { FormAction } from "@/lib/core/values/form";

type Props = {
  action: FormAction;
  callOffId: string;
  title: string;
  idempotencyKey: string;
  /** The one next act of its page; in a list it is one of several. */
  first?: boolean;
};

/** The button that begins a tender. */
export function StartTender({ action, callOffId, title, idempotencyKey, first = false }: Props) {
  return (
    <Form action={action} idempotencyKey={idempotencyKey} label={`Begin a tender for ${title}`}>
      <HiddenFields values={{ callOffId }} />
      <div>
        <Submit kind={first ? "primary" : "secondary"}>
          Begin a tender<span className="sr-only"> for {title}</span>
        </Submit>
      </div>
    </Form>
  );
}

import { Form, HiddenFields } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { ButtonLink, TextLink } from "@/components/ui/button";
import type { FormAction } from "@/lib/core/values/form";
import type { ServiceDetail } from "@/lib/register/service/queries";
import type { ServiceEvent } from "@/lib/register/service/states";
import { eventWords } from "@/lib/register/service/words";

type Props = {
  service: ServiceDetail;
  steps: readonly ServiceEvent[];
  writes: boolean;
  isReady: boolean;
  isMember: boolean;
  /** Whether an application that is being written asks for its part. */
  isInApplication: boolean;
  actions: Record<"confirm" | "edit" | "pause" | "resume" | "send", FormAction>;
};

/** What may be done with a service now, the likeliest first. */
export function ServiceActs({ service, steps, writes, isReady, isMember, isInApplication, actions }: Props) {
  const { id, state, draft } = service;
  const isWritten = draft !== null && draft.submittedAt === null && state !== "withdrawn";
  const canEdit = writes && draft === null && ["published", "paused", "stale"].includes(state);
  return (
    <>
      {writes && isWritten && isReady && isMember && (
        <Act action={actions.send} label="Send it" fields={{ serviceId: id, edit: draft.edit }}>
          {eventWords.submit.act}
        </Act>
      )}
      {writes && isWritten && isReady && !isMember && (
        <div className="grid gap-3">
          <p>
            {isInApplication
              ? "It is finished. It goes with your application."
              : "It is finished. Ask to join its part of the register, and it goes with your application."}
          </p>
          <div>
            <ButtonLink href={isInApplication ? "/apply/check" : "/apply"}>
              {isInApplication ? "Check and send" : "Go to your application"}
            </ButtonLink>
          </div>
        </div>
      )}
      {steps.includes("confirm") && (
        <Act
          action={actions.confirm}
          label="Confirm"
          fields={{ serviceId: id }}
          kind={state === "stale" ? "primary" : "secondary"}
        >
          {eventWords.confirm.act}
        </Act>
      )}
      {steps.includes("resume") && (
        <Act action={actions.resume} label="Start again" fields={{ serviceId: id }}>
          {eventWords.resume.act}
        </Act>
      )}
      {canEdit && (
        <Act action={actions.edit} label="Change" fields={{ serviceId: id }} kind="secondary">
          Change what it says
        </Act>
      )}
      {steps.includes("pause") && (
        <Act action={actions.pause} label="Pause" fields={{ serviceId: id }} kind="secondary">
          {eventWords.pause.act}
        </Act>
      )}
      <ul className="grid gap-2">
        <li>
          <TextLink href={`/services/${id}/preview`}>What a buyer will see</TextLink>
        </li>
        {steps.includes("withdraw") && (
          <li>
            <TextLink href={`/services/${id}/withdraw`}>Withdraw this service</TextLink>
          </li>
        )}
      </ul>
    </>
  );
}

type ActProps = {
  action: FormAction;
  label: string;
  fields: Record<string, string | number>;
  kind?: "primary" | "secondary";
  children: string;
};

function Act({ action, label, fields, kind = "primary", children }: ActProps) {
  return (
    <Form action={action} label={label}>
      <HiddenFields values={fields} />
      <div>
        <Submit kind={kind}>{children}</Submit>
      </div>
    </Form>
  );
}

import { StartTender } from "@/components/calloff/tender/start-tender";
import { Form, HiddenFields } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { Tag } from "@/components/ui/status";
import { eventWords, stateWords } from "@/lib/calloff/open/invitation/words";
import type { InvitationState } from "@/lib/core/prisma/enums";
import type { FormAction } from "@/lib/core/values/form";

type Props = {
  callOff: { id: string; reference: string; title: string };
  invitation: { state: InvitationState } | null;
  /** What it may answer now. */
  answers: readonly ("intend" | "decline")[];
  entry: { tenderId: string | null; mayBegin: boolean; problem: string | null } | null;
  asks: boolean;
  start: { action: FormAction; key: string };
  intend: { action: FormAction; key: string };
};

/** What this organisation has to do with an opportunity, and what it can do next. */
export function OwnPart({ callOff, invitation, answers, entry, asks, start, intend }: Props) {
  const at = `/opportunities/${callOff.reference}`;
  return (
    <div className="grid gap-4">
      {invitation && (
        <p className="flex flex-wrap items-center gap-3">
          <Tag tone={stateWords[invitation.state].tone}>{stateWords[invitation.state].label}</Tag>
          <span>{stateWords[invitation.state].meaning}</span>
        </p>
      )}
      {entry?.problem && !entry.tenderId && <p className="max-w-measure">{entry.problem}</p>}
      {entry?.tenderId && (
        <p>
          <ButtonLink href={`/tenders/${entry.tenderId}`}>Open your tender</ButtonLink>
        </p>
      )}
      {!entry?.tenderId && entry?.mayBegin && (
        <StartTender
          action={start.action}
          callOffId={callOff.id}
          title={callOff.title}
          idempotencyKey={start.key}
          first
        />
      )}
      {answers.includes("intend") && (
        <p className="mt-2 max-w-measure">
          Not sure yet? Tell the authority what you mean to do. It binds you to nothing.
        </p>
      )}
      {answers.includes("intend") && (
        <Form action={intend.action} idempotencyKey={intend.key} label={eventWords.intend.act}>
          <HiddenFields values={{ callOffId: callOff.id, reference: callOff.reference }} />
          <div>
            <Submit kind="secondary">{eventWords.intend.act}</Submit>
          </div>
        </Form>
      )}
      <p className="flex flex-wrap gap-x-6 gap-y-2">
        {asks && <TextLink href={`${at}/ask`}>Ask a question</TextLink>}
        {answers.includes("decline") && <TextLink href={`${at}/decline`}>{eventWords.decline.act}</TextLink>}
      </p>
    </div>
  );
}

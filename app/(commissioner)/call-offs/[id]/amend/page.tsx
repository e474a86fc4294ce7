import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DateField } from "@/components/form/date";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea, TextField } from "@/components/form/text";
import { TextLink } from "@/components/ui/button";
import { CheckPage, Notice } from "@/components/ui/message";
import { BackLink } from "@/components/ui/page";
import { noticeToPublish } from "@/lib/calloff/notice/rules";
import { ENOUGH_TO_CHANGE } from "@/lib/calloff/open/amendment/rules";
import { isOpen } from "@/lib/calloff/open/rules";
import { mayRun } from "@/lib/calloff/record/policy";
import { count, moment } from "@/lib/core/values/format";
import { newId } from "@/lib/core/values/id";
import { londonDay, londonTime } from "@/lib/core/values/moment";
import { requireFile } from "../file";
import { amend } from "./actions";

export const metadata: Metadata = { title: "Change it while it is open" };

export default async function AmendPage({ params }: PageProps<"/call-offs/[id]/amend">) {
  const { id } = await params;
  const { actor, callOff } = await requireFile(id);
  const { closesAt, clarifyUntil, route } = callOff;
  if (!mayRun(actor, callOff) || !closesAt || callOff.state !== "published") notFound();
  const open = isOpen(callOff, new Date());

  return (
    <>
      <BackLink href={`/call-offs/${id}`}>{callOff.title}</BackLink>
      <CheckPage
        title="Change it while it is open"
        caption={`Call-off ${callOff.reference}`}
        happens={[
          "What you write is published as an amendment, and stays beside the rest.",
          ...(route && noticeToPublish[route] ? ["A new notice corrects the one before."] : []),
          "Tenders that came in stay. Their owners may replace them until the close.",
        ]}
        toWhom={["Everyone who was invited, those who declined too, and everyone who asked or has begun a tender."]}
        cannotBeUndone={[
          `Tenders never close earlier. ${count(ENOUGH_TO_CHANGE, "working day")} or more must be left to the close.`,
          "Lots and criteria cannot change now. Withdraw the call-off if they must.",
        ]}
      >
        {open ? (
          <Form action={amend} idempotencyKey={newId()}>
            <HiddenFields values={{ id }} />
            <TextArea name="text" label="What changes, and why?" hint="Everyone reads it." rows={6} />
            <DateField
              name="closesOn"
              label="Tenders close on"
              hint={`It is ${moment(closesAt)} now.`}
              defaultValue={londonDay(closesAt)}
            />
            <TextField
              name="closesTime"
              label="Tenders close at"
              hint="Like 12:00"
              width={8}
              defaultValue={londonTime(closesAt)}
            />
            {clarifyUntil && (
              <>
                <DateField
                  name="clarifyOn"
                  label="Questions end on"
                  hint={`It is ${moment(clarifyUntil)} now.`}
                  defaultValue={londonDay(clarifyUntil)}
                />
                <TextField
                  name="clarifyTime"
                  label="Questions end at"
                  hint="Like 12:00"
                  width={8}
                  defaultValue={londonTime(clarifyUntil)}
                />
              </>
            )}
            <Buttons>
              <Submit>Publish this change</Submit>
              <TextLink href={`/call-offs/${id}`}>Go back without changing</TextLink>
            </Buttons>
          </Form>
        ) : (
          <Notice tone="wait" title="It has closed">
            <p>Nothing can be changed any more.</p>
          </Notice>
        )}
      </CheckPage>
    </>
  );
}

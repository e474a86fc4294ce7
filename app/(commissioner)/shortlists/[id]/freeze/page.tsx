import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/message";
import { count } from "@/lib/core/values/format";
import { newId } from "@/lib/core/values/id";
import { requireMember } from "@/lib/identity/session";
import { nextSteps } from "@/lib/search/shortlist/policy";
import { findShortlist } from "@/lib/search/shortlist/queries/detail";
import { eventWords } from "@/lib/search/shortlist/words";
import { freeze } from "./actions";

export const metadata: Metadata = { title: "Freeze this shortlist" };

export default async function FreezePage({ params }: PageProps<"/shortlists/[id]/freeze">) {
  const actor = await requireMember("authority");
  const list = (await findShortlist(actor, (await params).id)) ?? notFound();
  if (!nextSteps(actor, list).includes("freeze")) notFound();

  return (
    <CheckPage
      title={eventWords.freeze.act}
      caption={`${list.name}, ${list.reference}`}
      happens={[
        `It is fixed with ${count(list.kept, "service")} kept and ${count(list.dropped, "service")} dropped.`,
        "The question you asked, the pinned versions and prices, the notes and the reasons stay as they are now.",
        "It keeps the number of the register's state at this moment, so that anyone can tell what was there to find.",
        "You can still buy from it.",
      ]}
      toWhom={["Nobody is told. Auditors can read it, and those that you share it with."]}
      cannotBeUndone={["A frozen shortlist cannot be opened again. To go on looking, start a new one."]}
    >
      <Form action={freeze} idempotencyKey={newId()}>
        <HiddenFields values={{ shortlistId: list.id }} />
        <Buttons>
          <Submit>{eventWords.freeze.act}</Submit>
          <TextLink href={`/shortlists/${list.id}`}>Go back</TextLink>
        </Buttons>
      </Form>
    </CheckPage>
  );
}

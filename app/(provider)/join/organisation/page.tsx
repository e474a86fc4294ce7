import { notFound } from "next/navigation";
import { TextField } from "@/components/form/text";
import { Button, TextLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/message";
import { BackLink, PageHeader } from "@/components/ui/page";
import { day } from "@/lib/core/values/format";
import { requireActor } from "@/lib/identity/session";
import { reference } from "@/lib/reference/queries";
import { type LookUp, lookUp } from "@/lib/register/listing/queries";
import { lookUpWords } from "@/lib/register/listing/words";
import { mayFound } from "@/lib/register/profile/policy";
import { schemesFor } from "@/lib/register/profile/rules";
import { About, type Known } from "./about";
import { Fiction, Gone, Here, ListedFacts } from "./found";
import { Kinds } from "./kinds";

export const metadata = { title: "Your organisation" };

const START = "/join/organisation";
const one = (asked: string | string[] | undefined) => [asked ?? ""].flat()[0]?.trim() ?? "";

export default async function FoundPage({ searchParams }: PageProps<"/join/organisation">) {
  const actor = await requireActor();
  if (!mayFound(actor)) notFound();
  const asked = await searchParams;
  const [type, other, number] = [one(asked.type), one(asked.other), one(asked.number).slice(0, 40)];
  const { organisationTypes } = await reference();
  const chosen = organisationTypes.all.find(({ code }) => code === (type === "other" || !type ? other : type));
  const found = number ? await lookUp(actor, number) : null;

  if (found?.kind === "here") return <Here organisation={found.organisation} />;
  if (chosen) {
    const back = `${START}?${new URLSearchParams(number ? { number, on: "yes" } : { none: "yes" })}`;
    return <About type={chosen} known={knownFrom(found)} back={back} isMember={actor.kind === "provider"} />;
  }
  if (found?.kind === "unreadable" || (!number && !one(asked.none) && !type && !other))
    return <AskNumber number={number} isWrong={found !== null} />;

  const [listed] = found?.kind === "listed" ? found.found : [];
  const isFiction = found?.kind === "listed" && found.isFiction;
  if (listed && !listed.isActive && !one(asked.on))
    return <Gone listed={listed} number={number} isFiction={isFiction} />;
  const types = listed
    ? organisationTypes.all.filter(({ schemes }) => schemesFor(schemes).some((scheme) => scheme === listed.scheme))
    : organisationTypes.all;
  return (
    <>
      <BackLink href={START}>{number ? "Try another number" : "We have a number"}</BackLink>
      <PageHeader
        caption="Step 2 of 3"
        title={listed ? `Is this your organisation?` : "What kind of organisation are you?"}
        lead={listed ? undefined : <p>We ask only for the numbers that your kind of organisation has.</p>}
      />
      {one(asked.sent) && (
        <Notice tone="bad">
          <p>{type === "other" ? "Choose the other kind in the list." : "Choose what kind of organisation you are."}</p>
        </Notice>
      )}
      {found && !listed && <NotFound found={found} />}
      {isFiction && <Fiction />}
      {found?.kind === "listed" && found.found.map((row) => <ListedFacts key={row.scheme} listed={row} />)}
      {listed && (
        <p className="mb-8 max-w-measure">
          If it is, say what kind it is and go on. If it is not, <TextLink href={START}>try another number</TextLink>.
        </p>
      )}
      <Kinds types={types} number={number} wasOther={type === "other"} />
    </>
  );
}

function AskNumber({ number, isWrong }: { number: string; isWrong: boolean }) {
  return (
    <>
      <BackLink href="/join">How to join</BackLink>
      <PageHeader
        caption="Step 1 of 3"
        title="What is your charity or company number?"
        lead={<p>We look it up on the public register, so that you need not type your name and address.</p>}
      />
      {isWrong && (
        <Notice tone="bad">
          <p>{lookUpWords.unreadable}</p>
        </Notice>
      )}
      <form action={START} method="get" className="grid max-w-measure gap-8">
        <TextField
          name="number"
          label="Number"
          hint="For example, 1234567 for a charity or 01234567 for a company. If you have both, give the charity number."
          width={12}
          spellCheck={false}
          defaultValue={number}
        />
        <div className="flex flex-wrap items-center gap-6">
          <Button>Look it up</Button>
          <TextLink href={`${START}?none=yes`}>We have no number</TextLink>
        </div>
      </form>
    </>
  );
}

function NotFound({ found }: { found: LookUp }) {
  return (
    <Notice tone="note" title={found.kind === "noExtract" ? "Not looked up" : "We did not find this number"}>
      <p>{found.kind === "notListed" ? lookUpWords.notListed(day(found.asOf)) : lookUpWords.noExtract}</p>
    </Notice>
  );
}

/** What the form is filled with: the public register's words, or at least the number. */
function knownFrom(found: LookUp | null): Known {
  if (found?.kind === "listed") {
    const [first] = found.found;
    const address = first && [...first.address.split("\n"), first.postcode].filter(Boolean).join("\n");
    return { name: first?.name, address, numbers: found.found.slice(0, 1) };
  }
  return { numbers: found?.kind === "notListed" || found?.kind === "noExtract" ? found.numbers.slice(0, 1) : [] };
}

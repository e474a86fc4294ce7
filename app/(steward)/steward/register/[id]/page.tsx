import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RegisterPage } from "@/components/register/design/register-page";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { BackLink, PageHeader, Section } from "@/components/ui/page";
import { type Task, TaskList } from "@/components/ui/progress";
import { Tag } from "@/components/ui/status";
import { SummaryList } from "@/components/ui/summary";
import { count, day } from "@/lib/core/values/format";
import { reference } from "@/lib/reference/queries";
import { mayDesign } from "@/lib/register/market/policy";
import { findRegister, type RegisterDesign } from "@/lib/register/market/queries";
import { type Lacking, lacking, standingOf } from "@/lib/register/market/rules";
import { bandLabel, designWords, standingWords } from "@/lib/register/market/words";
import { countByPart } from "@/lib/register/membership/queries";
import { requireReader } from "../../reader";

export const metadata: Metadata = { title: "A register" };

export default async function OneRegisterPage({ params }: PageProps<"/steward/register/[id]">) {
  const { id } = await params;
  const actor = await requireReader();
  const register = (await findRegister(actor, id)) ?? notFound();
  const [members, facts] = await Promise.all([countByPart(actor), reference()]);
  const back = <BackLink href="/steward/register">The register</BackLink>;
  if (register.frozenAt || !mayDesign(actor))
    return (
      <>
        {back}
        <RegisterPage register={register} facts={facts} members={members} />
      </>
    );
  return (
    <>
      {back}
      <Draft register={register} on={facts.on} />
    </>
  );
}

function Draft({ register, on }: { register: RegisterDesign; on: string }) {
  const term = { opensOn: iso(register.opensOn), closesOn: iso(register.closesOn) };
  const left = lacking({ ...register, ...term }, on);
  const standing = standingWords[standingOf(register, on)];
  const at = `/steward/register/${register.id}`;
  const task = (section: Lacking["section"], hint: string): Task => {
    const [first] = left.filter((one) => one.section === section);
    return {
      title: designWords[section],
      href: `${at}/${section}`,
      hint: first ? `${first.message}.` : hint,
      ...(first ? { status: "To do", tone: "wait" } : { status: "Done", tone: "good" }),
    };
  };
  const announced = register.notices.find(({ kindCode }) => kindCode === "UK13");

  return (
    <>
      <PageHeader
        title={register.title}
        caption={`From ${day(term.opensOn)} to ${day(term.closesOn)}`}
        lead="Everything here can still be changed. Once it is published, nothing of it changes until its last day."
        aside={<Tag tone={standing.tone}>{standing.label}</Tag>}
        action={left.length === 0 && <ButtonLink href={`${at}/publish`}>Check and publish</ButtonLink>}
      />
      <TaskList
        sections={[
          {
            title: "The design",
            tasks: [
              task("terms", `${count(register.decideWithin, "working day")} to decide, and who may use it.`),
              task("bands", register.bands.map(bandLabel).join("; ")),
              task("parts", count(register.parts.length, "part")),
              task("conditions", count(register.conditions.length, "condition")),
            ],
          },
          {
            title: "The public",
            tasks: [
              {
                title: "Tell the public that it is coming",
                hint: "The intention notice, UK13.",
                ...(announced
                  ? { status: "Published", tone: "good" as const, href: `/notices/${announced.reference}` }
                  : { status: "Not published", tone: "neutral" as const, href: `${at}/announce` }),
              },
              {
                title: "Check and publish",
                hint:
                  left.length > 0
                    ? `${count(left.length, "thing")} to finish first.`
                    : "The establishment notice, UK14.",
                href: `${at}/publish`,
                status: left.length > 0 ? "Cannot publish yet" : "Ready",
                tone: left.length > 0 ? "neutral" : "note",
              },
            ],
          },
        ]}
      />
      <Section title="What the law calls it" id="code">
        <SummaryList
          rows={[
            { label: "Code", value: register.code },
            { label: "Kind", value: "Dynamic market for light touch services" },
          ]}
        />
      </Section>
      {!announced && (
        <p className="mt-10">
          <TextLink href={`${at}/discard`}>Throw this design away</TextLink>
        </p>
      )}
    </>
  );
}

const iso = (date: Date) => date.toISOString().slice(0, 10);

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Posts } from "@/components/calloff/engagement/posts";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { EmptyState, Notice } from "@/components/ui/message";
import { BackLink, Columns, PageHeader, Section } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { Facts } from "@/components/ui/summary";
import { Pagination } from "@/components/ui/table";
import { Day } from "@/components/ui/value";
import { isOpen, mayPost } from "@/lib/calloff/before/engagement/policy";
import { findBoard } from "@/lib/calloff/before/engagement/queries";
import { advertised } from "@/lib/calloff/record/policy";
import { listed } from "@/lib/core/values/format";
import { newId } from "@/lib/core/values/id";
import { currentActor } from "@/lib/identity/session";
import { reference as facts } from "@/lib/reference/queries";
import { pageOf } from "../page-of";
import { post } from "./actions";

export async function generateMetadata({ params }: PageProps<"/engagement/[reference]">): Promise<Metadata> {
  const board = await findBoard(await currentActor(), (await params).reference, { page: 1 });
  return { title: board?.title ?? "Market engagement" };
}

export default async function BoardPage({ params, searchParams }: PageProps<"/engagement/[reference]">) {
  const { reference } = await params;
  const actor = await currentActor();
  const typed = await searchParams;
  const page = pageOf(typed.page);
  const board = (await findBoard(actor, reference, { page })) ?? notFound();
  const { categories, places } = await facts();
  const open = isOpen(board);
  const published = board.publishedAt !== null && board.route !== null && advertised.includes(board.route);

  return (
    <>
      <BackLink href="/engagement">Market engagement</BackLink>
      <PageHeader
        title={board.title}
        caption={`Market engagement, ${board.reference}`}
        aside={
          <>
            <Tag tone={open ? "good" : "neutral"}>{open ? "Open" : "Closed"}</Tag>
            <span className="text-muted">
              {open ? "Nothing is bought yet. It closes when a competition opens." : "Nothing can be added."}
            </span>
          </>
        }
        action={published && <ButtonLink href={`/opportunities/${reference}`}>See the opportunity</ButtonLink>}
      />
      {typed.said === "yes" && (
        <Notice tone="good" title="Your comment is published">
          <p>Everyone can read it.</p>
        </Notice>
      )}
      <Columns
        aside={
          <Facts
            facts={[
              { label: "Authority", value: board.organisation.name },
              { label: "For", value: board.forWhom || "Not said yet" },
              { label: "To start", value: board.startsOn ? <Day on={board.startsOn} /> : "Not said yet" },
              { label: "Opened", value: board.engagementOpenedAt && <Day on={board.engagementOpenedAt} /> },
            ]}
          />
        }
      >
        <Section title="What the authority asks" id="asks">
          <p className="max-w-measure whitespace-pre-line">{board.engagementIntro}</p>
        </Section>
        <Section title="The need, as it is now" id="need">
          {board.need && board.need !== board.engagementIntro && (
            <p className="mb-4 max-w-measure whitespace-pre-line">{board.need}</p>
          )}
          <Bullets
            items={board.lots.map(
              ({ number, title, categoryCode, placeCodes }) =>
                `Lot ${number}, ${title}: ${categories.name(categoryCode)}, ${listed(placeCodes.map((code) => places.find(code)?.name ?? code))}`,
            )}
          />
        </Section>
        <Section title="What was said" id="said">
          {board.posts.length > 0 ? (
            <Posts posts={board.posts} authorityId={board.organisationId} />
          ) : (
            <EmptyState title="Nothing yet">{open && "Be the first to say what would work."}</EmptyState>
          )}
          <Pagination
            page={page}
            total={board.total}
            of="comment"
            href={(at) => `/engagement/${reference}?page=${at}`}
          />
        </Section>
        {open && mayPost(actor, board) && (
          <Section title="Say what would work" id="say">
            <Form action={post} idempotencyKey={newId()}>
              <HiddenFields values={{ id: board.id }} />
              <TextArea
                name="text"
                label="Your comment"
                hint="Everyone reads it, with the name of your organisation. It cannot be taken back. Name no person."
                words={400}
                rows={6}
              />
              <Buttons>
                <Submit>Publish my comment</Submit>
              </Buttons>
            </Form>
          </Section>
        )}
        {open && actor.kind === "visitor" && (
          <p className="mt-10">
            <TextLink href={`/sign-in?next=/engagement/${reference}`}>Sign in</TextLink> to say what would work.
          </p>
        )}
      </Columns>
    </>
  );
}

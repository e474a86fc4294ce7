import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CallOffNotice } from "@/components/calloff/publish/notice";
import { ChangeNotice, MemberTable } from "@/components/register/notice/change";
import { MarketNotice } from "@/components/register/notice/market";
import { Download, TextLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/message";
import { BackLink, Columns, PageHeader, Section } from "@/components/ui/page";
import { Facts } from "@/components/ui/summary";
import { Pagination } from "@/components/ui/table";
import { Moment } from "@/components/ui/value";
import { whole } from "@/lib/core/values/format";
import { currentActor } from "@/lib/identity/session";
import { reference as facts } from "@/lib/reference/queries";
import { changedIn, findNotice, membersAt } from "@/lib/register/notice/queries";
import { NoticeFilter } from "@/lib/register/notice/schema";
import { kindName, lawOf, meaningOf } from "@/lib/register/notice/words";

export async function generateMetadata({ params }: PageProps<"/notices/[reference]">): Promise<Metadata> {
  const notice = await findNotice(await currentActor(), (await params).reference);
  return { title: notice?.title ?? "Notice" };
}

const SIZE = 25;

export default async function NoticePage({ params, searchParams }: PageProps<"/notices/[reference]">) {
  const [{ reference }, asked, actor] = await Promise.all([params, searchParams, currentActor()]);
  const notice = (await findNotice(actor, reference)) ?? notFound();
  const { page } = NoticeFilter.parse(asked);
  const [changed, members, { noticeKinds }] = await Promise.all([
    changedIn(actor, reference),
    membersAt(actor, notice, { most: SIZE, from: (page - 1) * SIZE }),
    facts(),
  ]);
  const kind = noticeKinds.find(notice.kindCode);
  const listsMembers = notice.registerId !== null && notice.kindCode !== "UK13";

  return (
    <>
      <BackLink href="/notices">Notices</BackLink>
      <PageHeader
        title={notice.title}
        caption={`${kindName(notice.kindCode)}, ${reference}`}
        lead={meaningOf(notice.kindCode)}
      />
      <Columns
        aside={
          <Facts
            facts={[
              { label: "Published", value: <Moment at={notice.publishedAt} /> },
              { label: "By", value: notice.facts.authority.name },
              { label: "Law", value: kind?.law ?? lawOf(notice.kindCode) },
              ...(listsMembers ? [{ label: "Members as at this notice", value: whole(members.total) }] : []),
              {
                label: "For machines",
                value: (
                  <Download href={`/notices/${reference}/json`} kind="JSON">
                    This notice
                  </Download>
                ),
              },
            ]}
          />
        }
      >
        {notice.facts.what === "market" && <MarketNotice facts={notice.facts} />}
        {notice.facts.what === "change" && <ChangeNotice facts={notice.facts} changed={changed} />}
        {notice.facts.what === "callOff" && <CallOffNotice facts={notice.facts} kindCode={notice.kindCode} />}
      </Columns>
      {listsMembers && (
        <Section
          title="Members as at this notice"
          id="members"
          lead="Each is described as it was on the day that it joined."
        >
          {members.total === 0 && page === 1 ? (
            <EmptyState title="Nobody was a member yet" action={<TextLink href="/join">See how to join</TextLink>}>
              Each admission makes a notice of its own.
            </EmptyState>
          ) : (
            <>
              <MemberTable caption="Members, by part" rows={members.rows} />
              <Pagination
                page={page}
                total={members.total}
                of="membership"
                href={(to) => `/notices/${reference}?page=${to}#members`}
              />
            </>
          )}
        </Section>
      )}
    </>
  );
}

import type { Metadata } from "next";
import { Form, HiddenFields } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/message";
import { PageHeader, VisuallyHidden } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { Pagination } from "@/components/ui/table";
import { Moment } from "@/components/ui/value";
import { count } from "@/lib/core/values/format";
import { listNotifications, type Told } from "@/lib/identity/queries";
import { pageOf } from "@/lib/identity/rules";
import { requireActor } from "@/lib/identity/session";
import { openNotification, readAll } from "./actions";

export const metadata: Metadata = { title: "Notifications" };

type Props = { searchParams: Promise<{ page?: string }> };

export default async function NotificationsPage({ searchParams }: Props) {
  const page = pageOf((await searchParams).page);
  const { list, total, unread } = await listNotifications(await requireActor(), page);

  return (
    <>
      <PageHeader
        title="Notifications"
        lead={total > 0 && `You have ${count(unread, "unread notification")}.`}
        action={
          unread > 0 && (
            <Form action={readAll} label="Mark all as read">
              <Submit kind="secondary">Mark all as read</Submit>
            </Form>
          )
        }
      />
      {total === 0 ? (
        <EmptyState title="Nothing yet" action={<ButtonLink href="/home">Go to your home page</ButtonLink>}>
          You are told here when something needs you, or when something you sent is answered.
        </EmptyState>
      ) : (
        <ol className="border-t border-line">
          {list.map((told) => (
            <Item key={told.id} {...told} />
          ))}
        </ol>
      )}
      <Pagination page={page} total={total} of="notification" href={(to) => `/notifications?page=${to}`} />
    </>
  );
}

function Item({ id, title, body, href, createdAt, readAt }: Told) {
  return (
    <li className="grid items-center gap-x-8 gap-y-2 border-b border-line py-5 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <h2 className="flex flex-wrap items-center gap-x-3 font-bold">
          {title}
          {!readAt && <Tag tone="note">New</Tag>}
        </h2>
        <p className="max-w-measure">{body}</p>
        <p className="text-small text-muted">
          <Moment at={createdAt} />
        </p>
      </div>
      {readAt ? (
        <TextLink href={href}>
          Open<VisuallyHidden>: {title}</VisuallyHidden>
        </TextLink>
      ) : (
        <Form action={openNotification} label={title}>
          <HiddenFields values={{ notificationId: id }} />
          <Submit kind="secondary">
            Open<VisuallyHidden>: {title}</VisuallyHidden>
          </Submit>
        </Form>
      )}
    </li>
  );
}

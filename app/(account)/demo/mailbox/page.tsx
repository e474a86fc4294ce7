import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TextField } from "@/components/form/text";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/message";
import { BackLink, PageHeader } from "@/components/ui/page";
import { Moment } from "@/components/ui/value";
import { type Kept, readMailbox } from "@/lib/core/messages/mailbox";
import { isDemo } from "@/lib/core/process/mode";

export const metadata: Metadata = { title: "The demo’s mailbox", robots: { index: false } };

export default async function MailboxPage({ searchParams }: PageProps<"/demo/mailbox">) {
  if (!isDemo()) notFound();
  const { words: typed } = await searchParams;
  const words = typeof typed === "string" ? typed.trim().slice(0, 200) : "";
  const letters = await readMailbox(words);

  return (
    <>
      <BackLink href="/demo">Demo people</BackLink>
      <PageHeader
        title="The demo’s mailbox"
        lead="E-mails that would have been sent, newest first. Nothing leaves this machine."
      />
      <form action="/demo/mailbox" className="mb-8 flex flex-wrap items-end gap-x-4 gap-y-3">
        <TextField
          name="words"
          label="Words in the address, the subject or the letter"
          type="search"
          width={20}
          defaultValue={words}
        />
        <Button kind="secondary">Search</Button>
      </form>
      {letters.length === 0 ? (
        <EmptyState title={words ? "No letter has these words" : "Nothing has been sent yet"}>
          Ask for a sign-in link, and it will be here in a few seconds.
        </EmptyState>
      ) : (
        <ol className="border-t border-line">
          {letters.map((letter) => (
            <Letter key={letter.id} {...letter} />
          ))}
        </ol>
      )}
    </>
  );
}

function Letter({ to, subject, text, at }: Kept) {
  return (
    <li className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2 border-b border-line py-5">
      <h2 className="font-bold">{subject}</h2>
      <p className="text-small text-muted">
        To {to}, <Moment at={new Date(at)} />
      </p>
      <p className="max-w-measure wrap-anywhere whitespace-pre-line">
        {text
          .split(/(https?:\/\/\S+)/)
          .map((part, place) => (part.startsWith("http") ? <Away key={`${place}`} href={part} /> : part))}
      </p>
    </li>
  );
}

/** Followed under whatever name this page was opened by: only the path counts. */
function Away({ href }: { href: string }) {
  const { pathname, search } = new URL(href);
  return (
    <a href={`${pathname}${search}`} className="text-act underline hover:decoration-2">
      {href}
    </a>
  );
}

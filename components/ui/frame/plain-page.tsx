import type { ReactNode } from "react";

type PlainProps = {
  title: string;
  happened: ReactNode;
  toDo: ReactNode;
  requestId?: string | undefined;
  children?: ReactNode;
};

/**
 * A page for when something went wrong: what happened, what to do, and what to quote. It imports nothing, because the pages for
 * our own faults are sent along with every page.
 */
export function PlainPage({ title, happened, toDo, requestId, children }: PlainProps) {
  return (
    <div className="max-w-measure">
      <h1 className="mb-10 text-title font-bold text-balance">{title}</h1>
      <div className="grid gap-4">
        <p>{happened}</p>
        <div>{toDo}</div>
        {children && <div className="mt-2 flex flex-wrap items-center gap-4">{children}</div>}
        {requestId && (
          <p className="mt-4 text-small text-muted">
            If you ask for help, quote <code className="font-semibold text-ink">{requestId}</code>.
          </p>
        )}
      </div>
    </div>
  );
}

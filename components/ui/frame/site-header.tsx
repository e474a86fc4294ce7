import type { SiteFrame } from "@/lib/core/frame";
import { Count, MainNav } from "./main-nav";
import { Mark } from "./mark";

/** The top of every page: the name, who is here, and the main ways. It reads nothing; it is told. */
export function SiteHeader({ person, nav, account, banner }: SiteFrame) {
  return (
    <header>
      {banner && (
        <div className="no-print bg-band py-1.5 text-small text-on-band">
          <p className="frame flex flex-wrap gap-x-4">
            {banner.text}
            {banner.link && (
              <a href={banner.link.href} className="font-semibold underline">
                {banner.link.label}
              </a>
            )}
          </p>
        </div>
      )}
      <div className="frame flex flex-wrap items-center justify-between gap-x-8 gap-y-2 pt-4 pb-2">
        <a href="/" className="flex items-center gap-2.5 text-large font-bold tracking-tight">
          <Mark />
          Throughcare
        </a>
        <div className="no-print flex flex-wrap items-center gap-x-5 text-small">
          {person && (
            <p>
              <strong className="font-semibold">{person.name}</strong>
              <span className="text-muted">
                {" "}
                {person.organisation}
                {person.roles && `, ${person.roles}`}
              </span>
            </p>
          )}
          <ul aria-label="You" className="flex flex-wrap gap-x-5">
            {account.map(({ href, label, count }) => (
              <li key={href}>
                <a href={href} className="inline-block py-1 text-act underline hover:decoration-2">
                  {label}
                  {count ? <Count many={count} /> : null}
                </a>
              </li>
            ))}
          </ul>
        </div>
      </div>
      <MainNav nav={nav} />
    </header>
  );
}

/** The first thing that Tab finds. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:m-3 focus:bg-paper focus:px-4 focus:py-2"
    >
      Skip to the main content
    </a>
  );
}

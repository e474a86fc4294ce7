"use client";

import { usePathname } from "next/navigation";
import type { NavItem } from "@/lib/core/frame";

/** The main ways, as stops on the line under the header; where you are is filled. Folds on a phone, without JavaScript. */
export function MainNav({ nav }: { nav: NavItem[] }) {
  const path = usePathname();
  const here = nav
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0]?.href;

  return (
    <nav aria-label="Main" className="main-nav">
      <details key={path}>
        <summary>Menu</summary>
        <ul>
          {nav.map(({ href, label, count }) => (
            <li key={href}>
              <a href={href} aria-current={here === href ? (path === href ? "page" : true) : undefined}>
                {label}
                {count ? <Count many={count} /> : null}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}

/** A small number after a link. */
export function Count({ many }: { many: number }) {
  return (
    <span className="badge ml-1.5 inline-block min-w-6 rounded-full bg-ink px-1.5 text-center text-small font-semibold text-paper tabular-nums">
      {many}
      <span className="sr-only"> waiting</span>
    </span>
  );
}

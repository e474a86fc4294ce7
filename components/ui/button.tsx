import type { ReactNode } from "react";
import { type ButtonKind, buttonLook } from "./look";

type LinkProps = { href: string; children: ReactNode; className?: string };

/** A link in text. Nothing is fetched until it is pressed: a list of 25 must not ask for 25 pages (frame/follow-links.tsx). */
export function TextLink({ href, children, className = "" }: LinkProps) {
  return (
    <a href={href} className={`text-act underline hover:decoration-2 ${className}`}>
      {children}
    </a>
  );
}

/** A link that is the page's next act. */
export function ButtonLink({ href, children, kind = "primary" }: LinkProps & { kind?: ButtonKind }) {
  return (
    <a href={href} className={buttonLook(kind)}>
      {children}
    </a>
  );
}

/** A file to take away: CSV, JSON, a printable copy. Says its kind in words. */
export function Download({ href, children, kind }: LinkProps & { kind: string }) {
  return (
    <a href={href} download className="text-act underline hover:decoration-2">
      {children} <span className="text-muted">({kind})</span>
    </a>
  );
}

type ButtonProps = {
  children: ReactNode;
  kind?: ButtonKind;
  name?: string;
  value?: string;
};

/** A button in a plain form (a filter, a search). In a `Form` use `Submit`. */
export function Button({ children, kind = "primary", name, value }: ButtonProps) {
  return (
    <button type="submit" name={name} value={value} className={buttonLook(kind)}>
      {children}
    </button>
  );
}

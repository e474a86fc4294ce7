import "server-only";
import { unstable_rethrow } from "next/navigation";
import { isAuditor } from "@/lib/core/actor";
import type { NavItem, SiteFrame } from "@/lib/core/frame";
import { log } from "@/lib/core/process/log";
import { isDemo } from "@/lib/core/process/mode";
import { actorOf, type SignedIn, signedIn } from "./session";
import { awayBanner, demoBanner, navigation, roleList } from "./words";

/** Reads what the header needs, once for a page. Where the database is away, the page still has its head, and says so. */
export async function siteFrame(): Promise<SiteFrame> {
  try {
    return frameFor(await signedIn());
  } catch (error) {
    unstable_rethrow(error);
    log.warn({ fault: error instanceof Error ? error.name : "unknown" }, "The head of a page could not be read");
    return { person: null, nav: navigation("visitor"), account: [], banner: awayBanner };
  }
}

function frameFor(who: SignedIn | null): SiteFrame {
  const banner = isDemo() ? demoBanner : null;
  if (!who)
    return { person: null, nav: navigation("visitor"), account: [{ href: "/sign-in", label: "Sign in" }], banner };
  const actor = actorOf(who);
  const inside = actor.kind !== "visitor";
  return {
    person: {
      name: who.name || who.email,
      organisation: (inside && who.workplace?.name) || "",
      roles: inside && who.workplace ? roleList(who.workplace.roles) : "",
    },
    nav: navigation(actor.kind, isAuditor(actor)),
    account: inside ? accountLinks(who) : [{ href: "/sign-out", label: "Sign out" }],
    banner,
  };
}

function accountLinks({ unread, workplaces }: SignedIn): NavItem[] {
  return [
    { href: "/notifications", label: "Notifications", count: unread },
    { href: "/account", label: "Account" },
    ...(workplaces.length > 1 ? [{ href: "/switch", label: "Switch organisation" }] : []),
    { href: "/sign-out", label: "Sign out" },
  ];
}

import "server-only";
import { isAuditor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { isDemo } from "@/lib/core/mode";
import { actorOf, type SignedIn, signedIn } from "./session";
import { demoBanner, type NavItem, navigation, roleList } from "./words";

export type { NavItem } from "./words";

/** What stands around every page: who is here, where they can go, what is theirs, and a banner in the demo. */
export type SiteFrame = {
  person: { name: string; organisation: string; roles: string } | null;
  nav: NavItem[];
  account: NavItem[];
  banner: { text: string; link?: { href: string; label: string } } | null;
};

/** Reads what the header needs, once for a page. */
export async function siteFrame(): Promise<SiteFrame> {
  const who = await signedIn();
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
    account: inside ? await accountLinks(who) : [{ href: "/sign-out", label: "Sign out" }],
    banner,
  };
}

async function accountLinks({ userId, workplaces }: SignedIn): Promise<NavItem[]> {
  const count = await db.notification.count({ where: { userId, readAt: null } });
  return [
    { href: "/notifications", label: "Notifications", count },
    { href: "/account", label: "Account" },
    ...(workplaces.length > 1 ? [{ href: "/switch", label: "Switch organisation" }] : []),
    { href: "/sign-out", label: "Sign out" },
  ];
}

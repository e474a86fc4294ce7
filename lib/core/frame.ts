/** A way to go from the header; `count` is how much waits there. */
export type NavItem = { href: string; label: string; count?: number };

/** What stands around every page: who is here, where they can go, what is theirs, and a banner in the demo. */
export type SiteFrame = {
  person: { name: string; organisation: string; roles: string } | null;
  nav: NavItem[];
  account: NavItem[];
  banner: { text: string; link?: { href: string; label: string } } | null;
};

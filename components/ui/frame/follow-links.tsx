"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/**
 * Follows every link to a page of ours in place: one listener, where a component for each link would be sent with the page and
 * started on it. Links stay plain addresses, so they open in new tabs, download, and work without scripts, as ever.
 */
export function FollowLinks() {
  const router = useRouter();
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (!link || !isPlain(event) || !isPage(link)) return;
      event.preventDefault();
      router.push(link.pathname + link.search + link.hash);
    };
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, [router]);
  return null;
}

/** A press of the main button alone, which nobody has taken yet. */
const isPlain = ({ defaultPrevented, button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent) =>
  !defaultPrevented && button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;

/** Another page here: no file, no other site or tab, and no place on this page. */
const isPage = (link: HTMLAnchorElement) =>
  link.href !== "" &&
  link.origin === location.origin &&
  (link.target === "" || link.target === "_self") &&
  !link.hasAttribute("download") &&
  !/\.\w+$/.test(link.pathname) &&
  !(link.hash !== "" && link.pathname === location.pathname && link.search === location.search);

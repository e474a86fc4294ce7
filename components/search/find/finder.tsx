"use client";

import { useRouter } from "next/navigation";
import {
  type ChangeEvent,
  type FocusEvent,
  type FormEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useRef,
  useState,
  useTransition,
} from "react";
import { formWords } from "@/lib/search/finding/words";
import { addressOf, Going, isWritten, isWrittenInto, settle } from "./finder-form";

type Props = {
  /** The page that the filters are sent to. */
  action: string;
  /** What was found, in words: said aloud when it changes. */
  said: string;
  /** The address of what is shown. */
  at: string;
  children: ReactNode;
};

const PAUSE = 600;
/** Where the focus goes when what was pressed is gone: to what was found, else to what was asked. */
const HEAD = "h2, .chips a";

/**
 * Makes the search's plain form and links quick: a choice is sent as it is made, the page changes in place, and what was
 * found is said. Without it each is sent by its button, and each link is followed.
 */
export function Finder({ action, said, at, children }: Props) {
  const router = useRouter();
  const [busy, start] = useTransition();
  const [used, setUsed] = useState(false);
  const within = useRef<HTMLDivElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const written = useRef("");
  const lands = useRef(HEAD);

  // What the server answered is what the fields now say, whether it came by a choice, by a link or by going back.
  useEffect(() => {
    const form = within.current?.querySelector("form");
    if (!form || !used || busy) return;
    settle(form);
    // What was pressed may be gone. Then the focus goes to what came of it, and not to the top of the page.
    if (document.activeElement === document.body)
      within.current?.querySelector<HTMLElement>(lands.current)?.focus({ preventScroll: true });
  }, [at, busy, used]);

  useEffect(() => () => clearTimeout(timer.current), []);

  function go(href: string, { scroll = false, field = "", land = HEAD } = {}) {
    clearTimeout(timer.current);
    setUsed(true);
    const goOn = field !== "" && field === written.current ? router.replace : router.push;
    written.current = field;
    lands.current = land;
    start(() => goOn(href, { scroll }));
  }

  function onChange({ target }: ChangeEvent<HTMLDivElement>) {
    const { form, field } = isOurs(target, action);
    if (!form || !field) return;
    if (!isWritten(field)) return go(addressOf(form));
    clearTimeout(timer.current);
    // A place is sent when it is whole: when it is chosen, or when its field is left.
    if (field.name !== "place") timer.current = setTimeout(() => go(addressOf(form), { field: field.name }), PAUSE);
  }

  function onBlur({ target, relatedTarget }: FocusEvent<HTMLDivElement>) {
    const { form, field } = isOurs(target, action);
    // Who goes on to a button or a link presses it next, and that sends it.
    const pressesNext = relatedTarget instanceof Element && relatedTarget.closest("a, button") !== null;
    if (form && field?.name === "place" && isWrittenInto(field) && !pressesNext) go(addressOf(form));
  }

  function onSubmit(event: FormEvent<HTMLDivElement>) {
    const { form } = isOurs(event.target, action);
    if (!form) return;
    event.preventDefault();
    const pressed = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null;
    const unfolds = pressed instanceof HTMLButtonElement ? pressed.value : "";
    go(addressOf(form, pressed), unfolds ? { land: `#${unfolds} > summary` } : {});
  }

  function onClick(event: MouseEvent<HTMLDivElement>) {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (!link || !plain || event.defaultPrevented || link.hasAttribute("download") || !link.href.startsWith(origin()))
      return;
    event.preventDefault();
    const { pathname, search, searchParams } = new URL(link.href);
    go(pathname + search, { scroll: pathname !== action || searchParams.has("at") });
  }

  return (
    <div ref={within} className="finder" aria-busy={busy} {...{ onChange, onBlur, onSubmit, onClick }}>
      <p role="status">{used && (busy ? formWords.searching : said)}</p>
      <Going value={go}>{children}</Going>
    </div>
  );
}

const origin = () => `${window.location.origin}/`;

function isOurs(target: EventTarget, action: string) {
  const form = target instanceof HTMLFormElement ? target : target instanceof Element ? target.closest("form") : null;
  const field = target instanceof HTMLInputElement || target instanceof HTMLSelectElement ? target : null;
  return form?.getAttribute("action") === action ? { form, field } : { form: null, field: null };
}

"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { signedOut } from "@/components/ui/frame/faults";

/** Said at the top of a form that was not sent, because its person had been signed out. */
export function SignedOut() {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);

  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      data-error-summary
      className="notice max-w-measure border-refuse bg-refuse-wash"
    >
      <h2 className="text-body font-bold text-refuse">{signedOut.title}</h2>
      <p className="mt-1">{signedOut.happened}</p>
      <p className="mt-2">
        <a href="/sign-in" target="_blank" rel="noopener" className="font-semibold text-refuse underline">
          {signedOut.signIn}
        </a>
      </p>
      <p className="mt-2">{signedOut.pressAgain}</p>
    </div>
  );
}

/** After this long a session may have ended; so it may while somebody was in another tab. */
const fresh = 5 * 60_000;

/**
 * Asks, before a form is sent from a page that was left for a while, whether its person is still signed in. If not, the
 * form is not sent and says so: what was typed stays where it is. Without JavaScript the server hands the form back.
 */
export function useStillHere() {
  const [gone, setGone] = useState(false);
  const since = useRef(0);
  const isSure = useRef(false);

  useEffect(() => {
    since.current = Date.now();
    const left = () => {
      if (document.hidden) since.current = 0;
    };
    document.addEventListener("visibilitychange", left);
    return () => document.removeEventListener("visibilitychange", left);
  }, []);

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const isVisitor = document.querySelector('a[href="/sign-out"]') === null;
    if (isVisitor || isSure.current || Date.now() - since.current < fresh) {
      isSure.current = false;
      setGone(false);
      return;
    }
    event.preventDefault();
    const form = event.currentTarget;
    const { nativeEvent } = event;
    const pressed = nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null;
    isHere().then((here) => {
      setGone(!here);
      if (!here) return;
      since.current = Date.now();
      isSure.current = true;
      form.requestSubmit(pressed);
    });
  };

  return { gone, onSubmit };
}

/** Where it cannot be asked, the form is sent, and whatever is wrong is said as ever. */
const isHere = () =>
  fetch("/account/here", { cache: "no-store" }).then(
    ({ status }) => status !== 404,
    () => true,
  );

"use client";

import { type KeyboardEvent, useContext, useEffect, useRef, useState } from "react";
import { fieldWords, kindWords } from "@/lib/search/finding/words";
import { addressOf, Going, merged } from "./finder-form";

type Offer = { kind: string; text: string; count: number | null; query: string };

type Props = {
  name: "words" | "place";
  hint: string;
  value: string;
  /** The code of the place that stands in the field. */
  code?: string;
};

const PAUSE = 120;

/**
 * A field that offers what may be meant (the ARIA pattern of a combobox with a list). Without JavaScript it is a field. Focus
 * stays in it: arrows move through the offers, Enter takes one, Escape shuts them.
 */
export function Combobox({ name, hint, value, code }: Props) {
  const go = useContext(Going);
  const field = useRef<HTMLInputElement>(null);
  const asking = useRef<AbortController>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [live, setLive] = useState(false);
  const [offers, setOffers] = useState<Offer[]>([]);
  const [at, setAt] = useState(-1);
  // What an offer finds is counted without the other filters, so it is only said where there are none.
  const [alone, setAlone] = useState(false);

  useEffect(() => {
    setLive(true);
    return () => shut();
  }, []);

  function shut() {
    clearTimeout(timer.current);
    asking.current?.abort();
    setOffers([]);
    setAt(-1);
  }

  function ask(typed: string) {
    clearTimeout(timer.current);
    if (typed.trim().length < 2) return shut();
    timer.current = setTimeout(async () => {
      asking.current?.abort();
      const asked = new AbortController();
      asking.current = asked;
      const { signal } = asked;
      const answer = await fetch(`/find/suggest?${new URLSearchParams({ of: name, typed })}`, { signal }).catch(
        () => null,
      );
      const found: Offer[] = answer?.ok ? await answer.json().catch(() => []) : [];
      if (signal.aborted) return;
      setOffers(found);
      setAlone(isAlone(field.current));
      setAt(-1);
    }, PAUSE);
  }

  function take(offer: Offer) {
    const form = field.current?.form;
    if (!field.current || !form) return;
    const href = merged(addressOf(form), name, offer.query);
    field.current.value = name === "place" ? offer.text : (new URLSearchParams(offer.query).get("words") ?? "");
    shut();
    go(href);
  }

  function onKeyDown(event: KeyboardEvent) {
    const chosen = offers[at];
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step && offers.length > 0) {
      // One stop more than there are offers: the field itself, where nothing is chosen.
      setAt(((at + 1 + step + offers.length + 1) % (offers.length + 1)) - 1);
    } else if (event.key === "Enter" && chosen) take(chosen);
    else if (event.key === "Escape" && offers.length > 0) shut();
    else {
      if (event.key === "Enter") shut();
      return;
    }
    event.preventDefault();
  }

  const open = offers.length > 0;
  return (
    <div className="offering">
      <label htmlFor={name}>{fieldWords[name]}</label>
      <p id={`${name}-hint`}>{hint}</p>
      <input
        ref={field}
        type="text"
        id={name}
        name={name}
        defaultValue={value}
        data-code={code || undefined}
        data-label={code ? value : undefined}
        aria-describedby={`${name}-hint`}
        autoComplete="off"
        {...(live && {
          role: "combobox",
          "aria-autocomplete": "list",
          "aria-expanded": open,
          "aria-controls": `${name}-offers`,
          "aria-activedescendant": at >= 0 ? `${name}-${at}` : undefined,
        })}
        onInput={({ currentTarget }) => ask(currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={shut}
      />
      {live && (
        <div id={`${name}-offers`} role="listbox" aria-label={fieldWords[name]} hidden={!open}>
          {offers.map((offer, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and takes the keys
            // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus and points to it
            <div
              key={offer.query}
              id={`${name}-${index}`}
              role="option"
              aria-selected={index === at}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(offer)}
            >
              {offer.text}{" "}
              <small>
                {[name === "words" && kindWords[offer.kind], alone && offer.count].filter(Boolean).join(", ")}
              </small>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

function isAlone(field: HTMLInputElement | null): boolean {
  const query = field?.form ? new URLSearchParams(addressOf(field.form).split("?")[1]) : null;
  return [...(query?.keys() ?? [])].every((name) => name === field?.name);
}

"use client";

import { type ReactNode, useContext, useEffect, useRef } from "react";
import { rowCount } from "@/lib/core/values/form";
import { Wrong } from "./field";
import { FormContext, useField } from "./state";
import { Submit } from "./submit";

type Place<Item> = {
  /** The full name of one of this row's fields: `field("unit")` is `lines.0.unit`. */
  field: (name: string) => string;
  /** What was stored, until the form has been sent once; after that the fields show what was typed. */
  item: Item | undefined;
  at: number;
};

type Props<Item> = {
  /** `lines` names the fields `lines.0.unit` and the buttons `add-lines` and `remove-lines-0`. */
  name: string;
  /** What one row is called: "price", "place". */
  one: string;
  /** What several are called, when it is not that with an s. */
  several?: string;
  items?: readonly Item[];
  min?: number;
  max?: number;
  children: (place: Place<Item>) => ReactNode;
};

/** A list of alike rows with add and remove. The buttons send the form, so they work with JavaScript off: see `changedRows`. */
export function Rows<Item>(props: Props<Item>) {
  const { name, one, several = `${one}s`, items = [], min = 1, max = 50, children } = props;
  const { state } = useContext(FormContext);
  const { error } = useField(name);
  const said = rowCount(state.values, name);
  const rows = Math.min(max, Math.max(min, said ?? items.length));
  const list = useRef<HTMLOListElement>(null);
  const before = useRef(rows);

  useEffect(() => {
    if (rows > before.current)
      list.current?.lastElementChild?.querySelector<HTMLElement>("input, select, textarea")?.focus();
    if (rows < before.current) list.current?.focus();
    before.current = rows;
  }, [rows]);

  return (
    <div className="grid grid-cols-1 gap-5">
      <input type="hidden" name={`${name}.count`} value={rows} />
      <Wrong name={name}>{error}</Wrong>
      <ol
        ref={list}
        tabIndex={-1}
        id={name}
        aria-label={`${rows} ${rows === 1 ? one : several}`}
        className="grid gap-5"
      >
        {Array.from({ length: rows }, (_, at) => (
          <li key={at} className="border-t border-line pt-4">
            <fieldset className="grid gap-4">
              <legend className="float-left mb-2 font-semibold">
                {capital(one)} {at + 1}
              </legend>
              <div className="clear-both flex flex-wrap items-start gap-x-5 gap-y-4">
                {children({
                  field: (field) => `${name}.${at}.${field}`,
                  item: said === undefined ? items[at] : undefined,
                  at,
                })}
              </div>
              {rows > min && (
                <div>
                  <Submit kind="quiet" value={`remove-${name}-${at}`}>
                    Remove
                    <span className="sr-only">
                      {" "}
                      {one} {at + 1}
                    </span>
                  </Submit>
                </div>
              )}
            </fieldset>
          </li>
        ))}
      </ol>
      {rows < max && (
        <div>
          <Submit kind="secondary" value={`add-${name}`}>
            {rows > 0 ? `Add another ${one}` : `Add ${/^[aeiou]/.test(one) ? "an" : "a"} ${one}`}
          </Submit>
        </div>
      )}
    </div>
  );
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

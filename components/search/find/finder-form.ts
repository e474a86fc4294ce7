import { createContext } from "react";

/** The way to another address of the same page, for a field that knows where it leads. */
export const Going = createContext<(href: string) => void>(() => {});

type Control = HTMLInputElement | HTMLSelectElement;

/** Whether it is written into, rather than chosen from. */
export const isWritten = (field: Control): field is HTMLInputElement =>
  field instanceof HTMLInputElement && field.type === "text";

/** Whether something has been written that was not sent yet. */
export const isWrittenInto = (field: Control): boolean => isWritten(field) && field.value !== field.defaultValue;

/** The address that a form asks for: what is filled in and nothing else, a known place by its code. */
export function addressOf(form: HTMLFormElement, submitter: HTMLElement | null = null): string {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form, submitter)) {
    const written = typeof value === "string" ? value.trim() : "";
    if (written !== "" && !query.has(name, written)) query.append(name, written);
  }
  const place = form.elements.namedItem("place");
  if (place instanceof HTMLInputElement && place.dataset.code && place.value === place.dataset.label)
    query.set("place", place.dataset.code);
  return `${form.getAttribute("action")}${query.size > 0 ? `?${query}` : ""}`;
}

/** Brings every field to what the page says of it, but for the one that somebody is writing in. */
export function settle(form: HTMLFormElement) {
  for (const field of form.elements) {
    if (!(field instanceof HTMLInputElement)) continue;
    if (field.type === "checkbox" || field.type === "radio") field.checked = field.defaultChecked;
    else if (isWrittenInto(field) && field !== document.activeElement) field.value = field.defaultValue;
  }
}

/** An address with what an offer asks in place of one field: words and a place stand once, the rest is added. */
export function merged(address: string, field: string, asks: string): string {
  const [path, search] = address.split("?");
  const query = new URLSearchParams(search);
  query.delete(field);
  for (const [name, value] of new URLSearchParams(asks)) {
    if (name === "words" || name === "place") query.set(name, value);
    else if (!query.has(name, value)) query.append(name, value);
  }
  return `${path}?${query}`;
}

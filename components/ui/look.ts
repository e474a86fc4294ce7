import type { Tone } from "@/lib/core/values/tone";

export type { Tone };
export type ButtonKind = "primary" | "secondary" | "quiet" | "warning";

const kinds: Record<ButtonKind, string> = {
  primary: "border-act bg-act text-on-act hover:bg-act-deep hover:border-act-deep",
  secondary: "border-act bg-paper text-act hover:bg-act-wash",
  warning: "border-refuse bg-refuse text-on-act hover:bg-refuse-deep hover:border-refuse-deep",
  quiet: "border-transparent bg-transparent px-0 text-act underline hover:decoration-2",
};

/** How a button looks, whether it sends a form or is a link. */
export function buttonLook(kind: ButtonKind): string {
  return `button ${kinds[kind]}`;
}

export const toneText: Record<Tone, string> = {
  neutral: "text-ink",
  good: "text-act",
  wait: "text-wait",
  bad: "text-refuse",
  note: "text-note",
};

export const toneWash: Record<Tone, string> = {
  neutral: "bg-wash",
  good: "bg-act-wash",
  wait: "bg-wait-wash",
  bad: "bg-refuse-wash",
  note: "bg-note-wash",
};

export const toneEdge: Record<Tone, string> = {
  neutral: "border-field",
  good: "border-act",
  wait: "border-wait",
  bad: "border-refuse",
  note: "border-note",
};

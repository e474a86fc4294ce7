"use client";

import { type HTMLInputAutoCompleteAttribute, type ReactNode, useState } from "react";
import { box, Field, type FieldProps } from "./field";
import { describedBy, useField } from "./state";

const widths = { 2: "w-[6ch]", 4: "w-[9ch]", 8: "w-[14ch]", 12: "w-[18ch]", 20: "w-[26ch]", full: "w-full" };

type TextProps = FieldProps & {
  defaultValue?: string | number | bigint | null | undefined;
  type?: "text" | "email" | "tel" | "url" | "search" | "password";
  inputMode?: "text" | "numeric" | "decimal" | "email" | "tel" | "url" | "search";
  autoComplete?: HTMLInputAutoCompleteAttribute;
  /** About as many characters as the answer has. */
  width?: keyof typeof widths;
  prefix?: ReactNode;
  suffix?: ReactNode;
  spellCheck?: boolean;
};

/** One line of text. */
export function TextField(props: TextProps) {
  const { name, hint, defaultValue, type = "text", inputMode, autoComplete, width = "full", spellCheck } = props;
  const { error, text } = useField(name);
  return (
    <Field {...props}>
      <div className="flex max-w-full items-stretch">
        <Affix side="rounded-l-sm border-r-0">{props.prefix}</Affix>
        <input
          id={name}
          name={name}
          type={type}
          inputMode={inputMode}
          autoComplete={autoComplete}
          spellCheck={spellCheck}
          defaultValue={text ?? defaultValue?.toString()}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(name, hint, error)}
          className={`${box} ${widths[width]} min-w-0`}
        />
        <Affix side="rounded-r-sm border-l-0">{props.suffix}</Affix>
      </div>
    </Field>
  );
}

/** Pounds and pence. The schema reads the text; commas and a pound sign are welcome. */
export function MoneyField(props: Omit<TextProps, "prefix" | "inputMode" | "type">) {
  return <TextField width={12} {...props} prefix="£" inputMode="decimal" spellCheck={false} />;
}

/** A whole number. */
export function NumberField(props: Omit<TextProps, "inputMode" | "type">) {
  return <TextField width={4} {...props} inputMode="numeric" spellCheck={false} />;
}

type AreaProps = FieldProps & {
  defaultValue?: string | null | undefined;
  rows?: number;
  /** The most words that the schema takes: said before, counted while typing. */
  words?: number;
};

/** Several lines of text. */
export function TextArea({ name, label, hint, optional, defaultValue, rows = 5, words }: AreaProps) {
  const { error, text } = useField(name);
  const [written, setWritten] = useState<number | null>(null);
  const left = words === undefined || written === null ? null : words - written;
  return (
    <Field name={name} label={label} hint={hint} optional={optional}>
      <textarea
        id={name}
        name={name}
        rows={rows}
        defaultValue={text ?? defaultValue ?? undefined}
        onChange={words ? (event) => setWritten(wordsIn(event.target.value)) : undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={
          [describedBy(name, hint, error), words && `${name}-words`].filter(Boolean).join(" ") || undefined
        }
        className={`${box} w-full`}
      />
      {words && (
        <p
          id={`${name}-words`}
          aria-live="polite"
          className={left !== null && left < 0 ? "font-semibold text-refuse" : "text-muted"}
        >
          {left === null ? `You can use up to ${words} words.` : remaining(left)}
        </p>
      )}
    </Field>
  );
}

function Affix({ side, children }: { side: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <span aria-hidden="true" className={`flex items-center border-2 border-field bg-wash px-3 ${side}`}>
      {children}
    </span>
  );
}

const wordsIn = (text: string) => text.match(/\S+/g)?.length ?? 0;

function remaining(left: number) {
  const size = Math.abs(left);
  return `You have ${size} ${size === 1 ? "word" : "words"} ${left < 0 ? "too many" : "left"}.`;
}

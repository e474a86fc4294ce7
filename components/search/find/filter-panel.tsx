"use client";

import { whole } from "@/lib/core/values/format";
import type { Section } from "@/lib/search/finding/filters";
import { formWords } from "@/lib/search/finding/words";
import { Combobox } from "./combobox";
import { FilterField } from "./filter-fields";

type Props = {
  action: string;
  words: string;
  /** Whether the words are searched as they were written. Only then is it said, with the way back. */
  exact: boolean;
  /** The place as it is written, and its code when it is known. */
  place: { said: string; code: string };
  sections: Section[];
  /** What goes with the form unseen: the order, and how the answer is shown. */
  kept: Record<string, string>;
  /** What the folded filters are called on a phone. */
  filters: string;
  /** Whether they stand open there: somebody is at work in them. */
  unfolded: boolean;
  regions: { href: string; name: string; count: number }[];
};

/** The question as a form: what matters most is open, the rest is a press away and comes with what stands in the form. */
export function FilterPanel({ action, words, exact, place, sections, kept, filters, unfolded, regions }: Props) {
  return (
    <form action={action} className="no-print">
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {sections.map(
        ({ name, foldable, fields }) =>
          foldable && fields && <input key={name} type="hidden" name="more" value={name} />,
      )}
      <Combobox name="words" hint={formWords.wordsHint} value={words} />
      {exact && (
        <fieldset>
          <label>
            <input type="checkbox" name="exact" value="yes" defaultChecked className="tick" />
            {formWords.exact}
          </label>
        </fieldset>
      )}
      <Combobox name="place" hint={formWords.placeHint} value={place.said} code={place.code} />
      <button type="submit" className="button border-act bg-act text-on-act hover:bg-act-deep">
        {formWords.search}
      </button>
      <details className="filters" open={unfolded || undefined}>
        <summary>{filters}</summary>
        <div>
          {sections.map(({ name, title, hint, foldable, fields }) =>
            !fields ? (
              <button
                key={name}
                type="submit"
                name="more"
                value={name}
                formAction={`${action}#${name}`}
                className="unfold"
              >
                {title} <small>{hint}</small>
              </button>
            ) : foldable ? (
              <details key={name} id={name} open>
                <summary>{title}</summary>
                {name === "where" && <Regions regions={regions} />}
                {fields.length + (name === "where" ? regions.length : 0) === 0 && <p>{formWords.nothingMore}</p>}
                {fields.map((field) => (
                  <FilterField key={field.name} field={field} />
                ))}
              </details>
            ) : (
              <section key={name} aria-label={title}>
                {fields.map((field) => (
                  <FilterField key={field.name} field={field} />
                ))}
              </section>
            ),
          )}
          <p>
            <button type="submit" className="button border-act bg-paper text-act hover:bg-act-wash">
              {formWords.apply}
            </button>{" "}
            <a href={action}>{formWords.clear}</a>
          </p>
        </div>
      </details>
    </form>
  );
}

/** A place is one, so to choose another is to go there. */
function Regions({ regions }: Pick<Props, "regions">) {
  return (
    <ul>
      {regions.map(({ href, name, count }) => (
        <li key={href}>
          <a href={href}>{name}</a> <small>{whole(count)}</small>
        </li>
      ))}
    </ul>
  );
}

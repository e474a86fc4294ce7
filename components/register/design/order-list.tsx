import type { ReactNode } from "react";
import { Submit } from "@/components/form/submit";
import { TextLink } from "@/components/ui/button";

type Item = { id: string; number: number; title: string };
type Props<I extends Item> = {
  items: readonly I[];
  /** Where one is changed, by its id. */
  change: (id: string) => string;
  remove: (id: string) => string;
  under: (item: I) => ReactNode;
};

/** A list that can be put in another order; its buttons send the form that it stands in, with `up-<id>` or `down-<id>`. */
export function OrderList<I extends Item>({ items, change, remove, under }: Props<I>) {
  return (
    <ol className="border-t border-line">
      {items.map((item, at) => (
        <li key={item.id} className="grid gap-x-6 gap-y-2 border-b border-line py-4 sm:grid-cols-[1fr_auto]">
          <div className="max-w-measure">
            <TextLink href={change(item.id)}>
              {item.number}. {item.title}
            </TextLink>
            <p className="text-small text-muted">{under(item)}</p>
          </div>
          <div className="flex flex-wrap items-center gap-3">
            {at > 0 && (
              <Submit kind="quiet" value={`up-${item.id}`}>
                Move {item.number} up
              </Submit>
            )}
            {at < items.length - 1 && (
              <Submit kind="quiet" value={`down-${item.id}`}>
                Move {item.number} down
              </Submit>
            )}
            <TextLink href={remove(item.id)}>Remove {item.number}</TextLink>
          </div>
        </li>
      ))}
    </ol>
  );
}

import { hrefOf } from "@/lib/search/address";
import { findHref, type View } from "@/lib/search/finding/view";
import { findWords } from "@/lib/search/finding/words";
import { type Criteria, type Sort, sorts } from "@/lib/search/schema";
import { sortWords } from "@/lib/search/words";

type Props = { criteria: Criteria; order: Sort; found: string; view: Pick<View, "shown"> };

/** How many there are, and either the order that they stand in with the others that this question allows, or the way back to it. */
export function OrderLinks({ criteria, order, found, view: { shown } }: Props) {
  if (shown === "map")
    return (
      <div className="order">
        <h2 tabIndex={-1}>{found}</h2>
        <a href={findHref(criteria, { shown: "list" })}>{findWords.list}</a>
      </div>
    );
  const fits: Record<Sort, boolean> = {
    relevance: criteria.words !== "",
    price: criteria.unit !== null,
    wait: true,
    title: true,
    daily: true,
  };
  const others = sorts.filter((sort) => fits[sort] && sort !== order);
  return (
    <div className="order">
      <h2 tabIndex={-1}>{found}</h2>
      <p>{findWords.order(sortWords[order].said)}</p>
      <nav aria-label={findWords.orders} className="no-print">
        {others.map((sort) => (
          <a key={sort} href={hrefOf("/find", { ...criteria, sort })}>
            {sortWords[sort].label}
          </a>
        ))}
        <a href={findHref(criteria, { shown: "map" })}>{findWords.map}</a>
      </nav>
    </div>
  );
}

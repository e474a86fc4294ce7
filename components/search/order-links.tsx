import { TextLink } from "@/components/ui/button";
import { Inline } from "@/components/ui/list";
import { hrefOf } from "@/lib/search/address";
import { type Criteria, type Sort, sorts } from "@/lib/search/schema";
import { sortWords } from "@/lib/search/words";

/** The order that results stand in, said in words, and the other orders that this question allows. */
export function OrderLinks({ criteria, order }: { criteria: Criteria; order: Sort }) {
  const fits: Record<Sort, boolean> = {
    relevance: criteria.words !== "",
    price: criteria.unit !== null,
    wait: true,
    title: true,
    daily: true,
  };
  const others = sorts.filter((sort) => fits[sort] && sort !== order);
  return (
    <div className="mb-4 flex flex-wrap items-baseline gap-x-4 gap-y-1 text-small">
      <p>
        In order: <b>{sortWords[order].said}</b>
      </p>
      <nav aria-label="Other orders" className="no-print">
        <Inline
          items={others.map((sort) => (
            <TextLink key={sort} href={hrefOf("/find", { ...criteria, sort })}>
              {sortWords[sort].label}
            </TextLink>
          ))}
        />
      </nav>
    </div>
  );
}

import { ButtonLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { buttonLook } from "@/components/ui/look";
import { EmptyState } from "@/components/ui/message";
import { count } from "@/lib/core/values/format";
import type { Reference } from "@/lib/reference/snapshot";
import { hrefOf, linesOf } from "@/lib/search/address";
import type { Wider } from "@/lib/search/queries/search";
import type { Criteria } from "@/lib/search/schema";

type Props = { criteria: Criteria; wider: Wider[]; lists: Reference };

/** Nothing fits: what to leave out or where else to look, and how many services each would give. */
export function NothingFound({ criteria, wider, lists }: Props) {
  const lines = linesOf(criteria, lists);
  if (lines.length === 0)
    return (
      <EmptyState
        title="No service is on the register yet"
        action={<ButtonLink href="/register">See the register</ButtonLink>}
      >
        Services appear here as soon as a steward admits them.
      </EmptyState>
    );
  const said = (one: Wider) =>
    one.kind === "place"
      ? `Look in all of ${lists.places.find(one.place)?.name ?? one.place}`
      : `Leave out ${lines
          .filter(({ name }) => name === one.name)
          .map(({ label }) => label)
          .join(", ")}`;
  return (
    <EmptyState
      title="No service fits all of this"
      action={
        <a href="/find" className={buttonLook("secondary")}>
          Clear everything
        </a>
      }
    >
      {wider.length > 0 ? (
        <>
          <p className="mb-2">You could look wider:</p>
          <Bullets
            items={wider.slice(0, 8).map((one) => (
              <span key={said(one)}>
                <a href={hrefOf("/find", one.criteria)}>{said(one)}</a>: {count(one.count, "service")}
              </span>
            ))}
          />
        </>
      ) : (
        "Leaving out any one of your filters would still give nothing. Take away two or more."
      )}
    </EmptyState>
  );
}

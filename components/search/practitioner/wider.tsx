import { TextLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { count } from "@/lib/core/values/format";
import type { Reference } from "@/lib/reference/snapshot";
import { linesOf } from "@/lib/search/address";
import type { Skip } from "@/lib/search/finder/queries";
import { finderHref } from "@/lib/search/finder/schema";
import { finderWords } from "@/lib/search/finder/words";
import type { Wider } from "@/lib/search/queries/search";
import type { Criteria } from "@/lib/search/schema";

/** Where else to look, or what to leave out, and how many services with space each would give. */
export function FinderWider({ wider, answers, lists }: { wider: Wider[]; answers: Criteria; lists: Reference }) {
  const said = (one: Wider) =>
    one.kind === "place"
      ? finderWords.all(lists.places.find(one.place)?.name ?? one.place)
      : finderWords.leaveOut(
          linesOf(answers, lists)
            .filter(({ name }) => name === one.name)
            .map(({ name, said }) => (name === "age" ? `age ${said}` : said))
            .join(", "),
        );
  return (
    <>
      <p className="mb-2 font-semibold">{finderWords.wider}:</p>
      <Bullets
        items={wider.map((one) => (
          <span key={said(one)}>
            <TextLink href={finderHref("/services", one.criteria)}>{said(one)}</TextLink>: {count(one.count, "service")}
          </span>
        ))}
      />
    </>
  );
}

/** Which question to leave out whole, when leaving out one answer helps nothing. */
export function FinderSkips({ skips }: { skips: Skip[] }) {
  return (
    <>
      <p className="mb-2 font-semibold">{finderWords.wider}:</p>
      <Bullets
        items={skips.map(({ question, answers, count: found }) => (
          <span key={question}>
            <TextLink href={finderHref("/services", answers)}>{finderWords.skipAll[question]}</TextLink>:{" "}
            {count(found, "service")}
          </span>
        ))}
      />
    </>
  );
}

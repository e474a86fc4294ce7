import { Bullets } from "@/components/ui/list";
import { everythingAsked } from "@/lib/search/shortlist/words";

/** What was asked, in the words of the day. */
export function AskedLines({ said }: { said: string[] }) {
  return <Bullets items={said.length > 0 ? said : [everythingAsked]} />;
}

import { TextLink } from "@/components/ui/button";
import { Tag } from "@/components/ui/status";
import type { Standing } from "@/lib/register/standing/rules";
import { standingWords } from "@/lib/register/standing/words";

/** How an organisation stands on the debarment list, with the way to the page where a look is recorded. */
export function DebarmentStanding({ organisationId, standing }: { organisationId: string; standing: Standing }) {
  const { label, tone } = standingWords[standing];
  return (
    <span className="grid justify-items-start gap-1">
      <Tag tone={tone}>{label}</Tag>
      <TextLink href={`/steward/debarment/${organisationId}`}>Debarment list</TextLink>
    </span>
  );
}

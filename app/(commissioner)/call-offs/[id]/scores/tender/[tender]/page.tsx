import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ScoreList } from "@/components/calloff/scoring/score-list";
import { TextLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { BackLink, Details, PageHeader } from "@/components/ui/page";
import { percent } from "@/lib/core/values/format";
import { score } from "../../actions";
import { requireAnswers } from "../../reader";

export async function generateMetadata({
  params,
}: PageProps<"/call-offs/[id]/scores/tender/[tender]">): Promise<Metadata> {
  const { id, tender } = await params;
  const found = (await requireAnswers(id)).tenders.find((one) => one.id === tender) ?? notFound();
  return { title: `Tender ${found.reference}` };
}

export default async function ScoreTenderPage({ params }: PageProps<"/call-offs/[id]/scores/tender/[tender]">) {
  const { id, tender: tenderId } = await params;
  const { tenders, criteria, own, open } = await requireAnswers(id);
  const tender = tenders.find((one) => one.id === tenderId) ?? notFound();
  const next = tenders[tenders.indexOf(tender) + 1];

  return (
    <>
      <BackLink href={`/call-offs/${id}/scores`}>Scores</BackLink>
      <PageHeader
        title={`Tender ${tender.reference}`}
        caption={tender.lots.map(({ number, title }) => `Lot ${number}: ${title}`).join(", ")}
        lead={open ? "Give each answer a score and a reason. Leave empty what you score later." : undefined}
        action={next && <TextLink href={`/call-offs/${id}/scores/tender/${next.id}`}>Next tender</TextLink>}
      />
      {tender.partners.length > 0 && (
        <div className="mb-8">
          <Details summary="Named sub-contractors">
            <Bullets
              items={tender.partners.map(
                ({ does, shareBp, vcse }, at) =>
                  `Sub-contractor ${at + 1}${vcse ? ", a voluntary organisation" : ""}: ${does}, ${percent(shareBp)} of the work`,
              )}
            />
          </Details>
        </div>
      )}
      <ScoreList
        action={score}
        id={id}
        by="tender"
        own={own}
        open={open}
        entries={criteria.map((question) => ({ tender, question }))}
      />
    </>
  );
}

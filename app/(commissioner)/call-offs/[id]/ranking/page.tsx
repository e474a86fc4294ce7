import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LotRanking } from "@/components/calloff/ranking/lot-ranking";
import { ButtonLink, Download } from "@/components/ui/button";
import { Notice } from "@/components/ui/message";
import { BackLink, PageHeader, Section } from "@/components/ui/page";
import { rankingOf } from "@/lib/calloff/decide/ranking/queries";
import { methodWords } from "@/lib/calloff/decide/ranking/words";
import { nextSteps } from "@/lib/calloff/record/policy";
import { isId } from "@/lib/core/values/id";
import { requireBuyer } from "../../../purchases/reader";

export const metadata: Metadata = { title: "Ranking" };

export default async function RankingPage({ params, searchParams }: PageProps<"/call-offs/[id]/ranking">) {
  const [{ id }, { done }] = await Promise.all([params, searchParams]);
  const actor = await requireBuyer();
  const row = (isId(id) && (await rankingOf(actor, id))) || notFound();

  return (
    <>
      <BackLink href={`/call-offs/${id}`}>{row.title}</BackLink>
      <PageHeader
        title="Ranking"
        caption={`Call-off ${row.reference}`}
        lead={
          <>
            {methodWords[row.priceMethod]} Prices are compared without VAT, because VAT depends on who the supplier is.
            Ties are settled by quality, then social value, then a recorded decision.
          </>
        }
        action={
          nextSteps(actor, row).includes("proposeAward") && (
            <ButtonLink href={`/call-offs/${id}/award`}>Propose the award</ButtonLink>
          )
        }
      />
      {done === "locked" && <Notice tone="good">Quality is locked, and prices are open.</Notice>}
      {row.lots.map((lot) => (
        <Section key={lot.lotId} title={`Lot ${lot.number}: ${lot.title}`} id={`lot-${lot.number}`}>
          <LotRanking lot={lot} />
        </Section>
      ))}
      <p className="no-print mt-10">
        <Download href={`/call-offs/${id}/ranking/csv`} kind="CSV">
          This ranking
        </Download>
      </p>
    </>
  );
}

import type { Metadata } from "next";
import { EligibilityForm } from "@/components/register/eligibility-form";
import { BackLink, PageHeader } from "@/components/ui/page";
import { eligibility, readAnswers } from "@/lib/register/eligibility/rules";

export const metadata: Metadata = { title: "Check that you can join" };

export default async function EligibilityPage({ searchParams }: PageProps<"/join/check">) {
  const answers = readAnswers(await searchParams);
  return (
    <>
      <BackLink href="/join">Join the register</BackLink>
      <PageHeader
        title="Check that you can join"
        lead="Five questions. Nothing is saved, and you do not need an account."
      />
      <EligibilityForm answers={answers} verdict={eligibility(answers)} />
    </>
  );
}

import type { ReactNode } from "react";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { faults } from "./faults";
import { PlainPage } from "./plain-page";

export type FaultStatus = keyof typeof faults;

type Props = { status: FaultStatus; requestId?: string | undefined; children?: ReactNode };

/** The whole page for a request that could not be answered. */
export function FaultPage({ status, requestId, children }: Props) {
  return (
    <PlainPage {...faults[status]} requestId={requestId}>
      {children ?? (status === 404 ? <FromNotFound /> : <ButtonLink href="/">Go to the home page</ButtonLink>)}
    </PlainPage>
  );
}

function FromNotFound() {
  return (
    <>
      <ButtonLink href="/">Go to the home page</ButtonLink>
      <TextLink href="/register">Search the register</TextLink>
    </>
  );
}

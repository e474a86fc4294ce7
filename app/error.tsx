"use client";

import { FaultPage } from "@/components/ui/frame/fault-page";

export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return <FaultPage status={500} requestId={error.digest} />;
}

"use client";

import { OurFaultPage } from "@/components/ui/frame/our-fault-page";

export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return <OurFaultPage requestId={error.digest} />;
}

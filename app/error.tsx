"use client";

import { ourFault } from "@/components/ui/frame/our-fault";
import { PlainPage } from "@/components/ui/frame/plain-page";

export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <PlainPage {...ourFault} requestId={error.digest}>
      <a href="/" className="button border-act bg-act text-on-act">
        Go to the home page
      </a>
    </PlainPage>
  );
}

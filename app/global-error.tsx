"use client";

import { FaultPage } from "@/components/ui/frame/fault-page";
import { fonts } from "./fonts";
import "./globals.css";

export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en-GB" className={fonts}>
      <body>
        <title>Something went wrong – Throughcare</title>
        <main className="frame py-12">
          <FaultPage status={500} requestId={error.digest}>
            {/* A plain link: the router itself may be what failed. */}
            <a href="/" className="button border-act bg-act text-on-act">
              Go to the home page
            </a>
          </FaultPage>
        </main>
      </body>
    </html>
  );
}

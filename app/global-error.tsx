"use client";

import { ourFault } from "@/components/ui/frame/our-fault";
import { PlainPage } from "@/components/ui/frame/plain-page";
import { fonts } from "./fonts";
import "./globals.css";

export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en-GB" className={fonts}>
      <body>
        <title>Something went wrong – Throughcare</title>
        <main className="frame py-12">
          <PlainPage {...ourFault} requestId={error.digest}>
            {/* A plain link: the router itself may be what failed. */}
            <a href="/" className="button border-act bg-act text-on-act">
              Go to the home page
            </a>
          </PlainPage>
        </main>
      </body>
    </html>
  );
}

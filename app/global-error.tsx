"use client";

import { OurFaultPage } from "@/components/ui/frame/our-fault-page";
import { fonts } from "./fonts";
import "./globals.css";

export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en-GB" className={fonts}>
      <body>
        <title>Something went wrong – Throughcare</title>
        <main className="frame py-12">
          <OurFaultPage requestId={error.digest} />
        </main>
      </body>
    </html>
  );
}

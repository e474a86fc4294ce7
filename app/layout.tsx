import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { SiteFooter } from "@/components/ui/frame/site-footer";
import { SiteHeader, SkipLink } from "@/components/ui/frame/site-header";
import { siteFrame } from "@/lib/identity/frame";
import { fonts } from "./fonts";
import "./globals.css";

export const metadata: Metadata = {
  title: { template: "%s – Throughcare", default: "Throughcare" },
  description: "An open register where rehabilitative services are found, bought, and followed through.",
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fcfbf8" },
    { media: "(prefers-color-scheme: dark)", color: "#12161f" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const frame = await siteFrame();
  return (
    <html lang="en-GB" className={fonts}>
      <body>
        <SkipLink />
        <SiteHeader {...frame} />
        <main id="main" tabIndex={-1} className="frame pt-8 sm:pt-12">
          {children}
        </main>
        <SiteFooter />
      </body>
    </html>
  );
}

import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { FollowLinks } from "@/components/ui/frame/follow-links";
import { SiteFooter } from "@/components/ui/frame/site-footer";
import { SiteHeader, SkipLink } from "@/components/ui/frame/site-header";
import { siteFrame } from "@/lib/identity/frame";
import { fonts } from "./fonts";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const error = (await isFormReturned()) ? "Error: " : "";
  return {
    title: { template: `${error}%s – Throughcare`, default: `${error}Throughcare` },
    description: "An open register where rehabilitative services are found, bought, and followed through.",
  };
}

/**
 * Without JavaScript a page that answers a posted form is that form come back. With it, `ErrorSummary` says so in the
 * title; and the page that follows a form that went well carries that form's headers, all but what a browser accepts.
 */
async function isFormReturned(): Promise<boolean> {
  const sent = await headers();
  const isPosted = (sent.get("content-type") ?? "").startsWith("multipart/form-data");
  return isPosted && !sent.has("next-action") && (sent.get("accept") ?? "").includes("text/html");
}

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
      <body className="flex min-h-dvh flex-col">
        <SkipLink />
        <SiteHeader {...frame} />
        <main id="main" tabIndex={-1} className="frame pt-8 pb-20 sm:pt-12">
          {children}
        </main>
        <SiteFooter />
        <FollowLinks />
      </body>
    </html>
  );
}

import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page";
import { localPath } from "@/lib/identity/rules";

export const metadata: Metadata = { title: "Sign in", robots: { index: false } };

type Props = { searchParams: Promise<{ token?: string | string[]; next?: string | string[] }> };

/** A page with a button, because mail scanners follow links: only the press uses the link up. */
export default async function LinkPage({ searchParams }: Props) {
  const { token, next } = await searchParams;
  if (typeof token !== "string" || !/^[\w-]{20,100}$/.test(token)) redirect("/sign-in?error=Verification");

  return (
    <>
      <PageHeader title="Sign in to Throughcare" lead="Press the button to finish signing in on this device." />
      <form method="post" action="/api/auth/callback/email">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="next" value={localPath(next)} />
        <Button>Sign in</Button>
      </form>
    </>
  );
}

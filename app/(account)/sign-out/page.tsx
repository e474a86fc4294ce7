import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Button, TextLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page";
import { signedIn } from "@/lib/identity/session";
import { signOut } from "./actions";

export const metadata: Metadata = { title: "Sign out" };

export default async function SignOutPage() {
  if (!(await signedIn())) redirect("/");

  return (
    <>
      <PageHeader title="Sign out" lead="What you saved is kept. Other devices stay signed in." />
      <form action={signOut} className="flex flex-wrap items-center gap-6">
        <Button>Sign out</Button>
        <TextLink href="/account">Stay signed in</TextLink>
      </form>
    </>
  );
}

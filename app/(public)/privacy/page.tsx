import type { Metadata } from "next";
import { PageHeader, Prose } from "@/components/ui/page";

export const metadata: Metadata = { title: "Privacy" };

export default function PrivacyPage() {
  return (
    <>
      <PageHeader title="Privacy" lead="What Throughcare keeps about you, why, and for how long." />
      <Prose>
        <h2>If you sign in</h2>
        <p>
          We keep your name, your work e-mail address, and the roles you hold. We keep a record of what you did and
          when, because public buying must be open to audit. That record cannot be changed, even by us.
        </p>
        <h2>Cookies</h2>
        <p>
          One cookie keeps you signed in. Another protects the sign-in form. There is no advertising and no tracking, so
          we do not ask you to agree to any.
        </p>
        <h2>People on probation</h2>
        <p>
          Throughcare holds nothing about any person on probation: no name, no case number, no date of birth. Do not
          type such things into any box.
        </p>
        <h2>What the public can see</h2>
        <p>
          The register, the services on it and the awards are public. Prices on a rate card are shown only to public
          bodies that buy. Your answers to the conditions are shown only to stewards, and to auditors.
        </p>
        <h2>Messages</h2>
        <p>
          An e-mail from us says only that there is something to read. You sign in to read it. One kind says more: if
          you save a search, we may write to you which services are new. It has no prices, and a link that stops it.
        </p>
        <h2>Searches that you save</h2>
        <p>
          A saved search is yours alone. We keep its name, what you asked, and which services answered when. Your
          colleagues, the stewards and auditors cannot read it. Whoever has the address of its feed can read that feed,
          so keep the address to yourself. Delete the search and all of this is gone. The record of what you did keeps
          only that there was one.
        </p>
        <h2>Who is responsible</h2>
        <p>
          The body that runs this register is responsible for what it holds. Ask it for a copy of what it has about you,
          or to put right what is wrong.
        </p>
      </Prose>
    </>
  );
}

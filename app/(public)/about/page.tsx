import type { Metadata } from "next";
import { TextLink } from "@/components/ui/button";
import { PageHeader, Prose } from "@/components/ui/page";

export const metadata: Metadata = { title: "About Throughcare" };

export default function AboutPage() {
  return (
    <>
      <PageHeader
        title="About Throughcare"
        lead="Throughcare is an open register of services that help people on probation, and the place where public bodies buy from it."
      />
      <Prose>
        <h2>Why it exists</h2>
        <p>
          Earlier rounds of buying went wrong in known ways. Half of the competitions drew one bidder or none, and six
          large charities took most of the money. Small organisations could not afford to enter. What was promised to
          them by larger ones was not held to.
        </p>
        <p className="text-muted">
          Source: HM Inspectorate of Probation, research bulletin of 25 November 2022, quoting the Oldfield Review of
          2021.
        </p>
        <h2>How it works</h2>
        <ol>
          <li>An organisation joins on any day, and answers once.</li>
          <li>A steward admits everyone who meets the conditions, with reasons.</li>
          <li>Commissioners search by place and need, and keep a shortlist that can be audited.</li>
          <li>Small needs are bought from the rate card, alone or together with other funders.</li>
          <li>
            Larger ones are put to competition. See <TextLink href="/opportunities">what is open now</TextLink>.
          </li>
          <li>Tenders stay sealed until the close. Everyone who tendered is told their scores, and why.</li>
          <li>
            Everybody can see <TextLink href="/register">who is on the register</TextLink> and{" "}
            <TextLink href="/awards">what was bought</TextLink>.
          </li>
        </ol>
        <h2>The words we use</h2>
        <p>
          The register is a <b>dynamic market</b> under the Procurement Act 2023. Each category is a <b>part</b> of it.
          An organisation that has been admitted to a part is a <b>member</b>. Each thing bought is a <b>call-off</b>.
          One part of a call-off that is awarded by itself is a <b>lot</b>.
        </p>
        <h2>What it is not</h2>
        <p>
          Throughcare is not a government service. It explains rules and names them, but nothing here is legal advice.
          It holds nothing about any person on probation.
        </p>
      </Prose>
    </>
  );
}

import type { Metadata } from "next";
import { Download, TextLink } from "@/components/ui/button";
import { PageHeader, Prose, Section } from "@/components/ui/page";
import { DataTable } from "@/components/ui/table";
import { environment } from "@/lib/core/process/environment";
import { openPath } from "@/lib/search/open/shape";

export const metadata: Metadata = { title: "Open data" };

const files = [
  {
    name: "Services on the register",
    href: "/register/services/csv",
    holds: "Every published service, with its places and category. No prices.",
  },
  {
    name: "Organisations on the register",
    href: "/register/organisations/csv",
    holds: "Every member, with size, type and the parts it belongs to.",
  },
  {
    name: "Awards",
    href: "/awards/csv",
    holds: "Every contract, grant and bond: buyer, supplier, value, place, dates.",
  },
  {
    name: "Notices",
    href: "/notices/csv",
    holds: "Every notice about the register. Each has a page, and JSON with the members as at that day.",
  },
  { name: "Coverage", href: "/coverage/csv", holds: "Services and organisations by category and region." },
];

const limits = [
  { what: "Services in one answer", limit: "20, or as many as take says, up to 100" },
  {
    what: "Requests from one network",
    limit: "Counted each minute. Over the limit you get 429, with the seconds to wait",
  },
  { what: "How fresh it is", limit: "As the register stands when you ask. An answer may be kept for 5 seconds" },
  { what: "Reading again", limit: "Send the ETag as If-None-Match. You get 304 when nothing has changed" },
  { what: "What cannot be read", limit: "400, as problem+json, with each parameter named and what it takes" },
];

export default function OpenDataPage() {
  const address = `${environment().ORIGIN}${openPath}`;
  return (
    <>
      <PageHeader
        title="Open data"
        lead="Take the public register and the awards away as files, and use them as you like."
      />
      <DataTable
        caption="Files, made fresh when you ask for them"
        columns={[
          {
            label: "File",
            cell: ({ name, href }) => (
              <Download href={href} kind="CSV">
                {name}
              </Download>
            ),
          },
          { label: "What it holds", cell: ({ holds }) => holds },
        ]}
        rows={files}
        rowKey={({ href }) => href}
      />
      <Section title="Search from a program" id="search">
        <Prose>
          <p>
            Ask the register the same questions as people do, and get JSON. No key is needed. The order is neutral, the
            total is exact, and <code>facets</code> say what else can be chosen.
          </p>
          <p>Services in Kent with a free place that say “housing”:</p>
          <p>
            <code>curl &quot;{address}?words=housing&amp;place=police-kent&amp;open=yes&quot;</code>
          </p>
          <p>
            Go on by the address in <code>next</code>. One service has an address of its own, in <code>links.self</code>
            . Every parameter and field is written down for machines in{" "}
            <TextLink href="/api/v1/openapi.json">the description (OpenAPI 3.1)</TextLink>.
          </p>
        </Prose>
        <DataTable
          caption="What to expect"
          columns={[
            { label: "What", cell: ({ what }) => what },
            { label: "Limit", cell: ({ limit }) => limit },
          ]}
          rows={limits}
          rowKey={({ what }) => what}
        />
      </Section>
      <Section title="Licence and care">
        <Prose>
          <p>
            The register’s own data may be used under the Open Government Licence v3.0. Money is in pounds. Dates are
            year, month, day. The files and answers hold no personal data and no tender content.
          </p>
        </Prose>
      </Section>
    </>
  );
}

import type { Metadata } from "next";
import { Download } from "@/components/ui/button";
import { PageHeader, Prose, Section } from "@/components/ui/page";
import { DataTable } from "@/components/ui/table";

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
  { name: "Awards", href: "/awards/csv", holds: "Every contract and grant: buyer, supplier, value, place, dates." },
  {
    name: "Notices",
    href: "/notices/csv",
    holds: "Every notice about the register. Each has a page, and JSON with the members as at that day.",
  },
  { name: "Coverage", href: "/coverage/csv", holds: "Services and organisations by category and region." },
];

export default function OpenDataPage() {
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
      <Section title="Licence and care">
        <Prose>
          <p>
            The register’s own data may be used under the Open Government Licence v3.0. Money is in pounds. Dates are
            year, month, day. The files hold no personal data and no tender content.
          </p>
        </Prose>
      </Section>
    </>
  );
}

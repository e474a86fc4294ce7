import type { Metadata } from "next";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/message";
import { PageHeader } from "@/components/ui/page";
import { DataTable, Pagination } from "@/components/ui/table";
import { may } from "@/lib/identity/policy";
import { listAuthorities } from "@/lib/identity/queries";
import { pageOf } from "@/lib/identity/rules";
import { requireMember } from "@/lib/identity/session";
import { reference } from "@/lib/reference/queries";

export const metadata: Metadata = { title: "Authorities" };

type Props = { searchParams: Promise<{ page?: string }> };

export default async function AuthoritiesPage({ searchParams }: Props) {
  const actor = await requireMember("steward");
  const page = pageOf((await searchParams).page);
  const [{ list, total }, { places }] = await Promise.all([listAuthorities(actor, page), reference()]);
  const add = may.createAuthority(actor) && <ButtonLink href="/authorities/new">Add an authority</ButtonLink>;

  return (
    <>
      <PageHeader
        title="Authorities"
        lead="The public bodies that buy here, and the places they act for."
        action={add}
      />
      <DataTable
        caption="Authorities"
        rows={list}
        rowKey={({ id }) => id}
        columns={[
          {
            label: "Name",
            cell: ({ id, name }) => (
              <TextLink href={`/people?${new URLSearchParams({ organisation: id })}`}>{name}</TextLink>
            ),
          },
          { label: "Reference", cell: ({ reference }) => reference },
          { label: "Kind", cell: ({ isCentral }) => (isCentral ? "Central government" : "Other public body") },
          { label: "Acts for", cell: ({ areas }) => areas.map(({ placeCode }) => places.label(placeCode)).join(", ") },
        ]}
        empty={
          <EmptyState title="No authority is entered yet" action={add}>
            Enter the first one and invite its administrator.
          </EmptyState>
        }
      />
      <Pagination
        page={page}
        total={total}
        of={["authority", "authorities"]}
        href={(to) => `/authorities?page=${to}`}
      />
    </>
  );
}

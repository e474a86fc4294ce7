import type { Metadata } from "next";
import { addressOf } from "@/components/register/address";
import { MembersFilters } from "@/components/register/steward/members-filters";
import { MembersTable } from "@/components/register/steward/members-table";
import { Download, TextLink } from "@/components/ui/button";
import { FilterLayout } from "@/components/ui/filter";
import { EmptyState } from "@/components/ui/message";
import { PageHeader } from "@/components/ui/page";
import { Pagination } from "@/components/ui/table";
import { listParts } from "@/lib/register/market/queries";
import { listMembers } from "@/lib/register/membership/queries";
import { MembersFilter } from "@/lib/register/membership/schema";
import { requireReader } from "../reader";

export const metadata: Metadata = { title: "Members" };

export default async function MembersPage({ searchParams }: PageProps<"/steward/members">) {
  const actor = await requireReader();
  const filter = MembersFilter.parse(await searchParams);
  const [{ rows, total }, parts] = await Promise.all([listMembers(actor, filter), listParts(actor)]);
  const chosen = [filter.q, filter.part, filter.state, filter.review].filter(Boolean).length;

  return (
    <>
      <PageHeader
        title="Members"
        lead="Each row is one organisation in one part. There is no limit on how many can join."
      />
      <FilterLayout
        action="/steward/members"
        filters={<MembersFilters filter={filter} parts={parts} />}
        chosen={chosen}
      >
        {rows.length > 0 ? (
          <>
            <MembersTable rows={rows} />
            <Pagination
              page={filter.page}
              total={total}
              of="membership"
              href={(page) => addressOf("/steward/members", { ...filter, page }, { page: 1 })}
            />
            <p className="no-print mt-6">
              <Download href={addressOf("/steward/members/csv", { ...filter, page: 1 }, { page: 1 })} kind="CSV">
                These memberships
              </Download>
            </p>
          </>
        ) : (
          <EmptyState
            title={chosen > 0 ? "No membership matches" : "Nobody is a member yet"}
            action={
              <TextLink href={chosen > 0 ? "/steward/members" : "/steward/queue"}>
                {chosen > 0 ? "Show all members" : "Open the queue"}
              </TextLink>
            }
          >
            {chosen > 0 ? "Take a filter away." : "Memberships begin when an application is admitted."}
          </EmptyState>
        )}
      </FilterLayout>
    </>
  );
}

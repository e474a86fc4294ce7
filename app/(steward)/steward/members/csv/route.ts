import { csv, csvResponse } from "@/lib/core/values/csv";
import { dayIso } from "@/lib/core/values/format";
import { listAllMembers } from "@/lib/register/membership/queries";
import { MembersFilter } from "@/lib/register/membership/schema";
import { stateWords } from "@/lib/register/membership/words";
import { requireReader } from "../../reader";

/** Memberships as a file, with the same filters and to the same readers. */
export async function GET(request: Request) {
  const actor = await requireReader();
  const filter = MembersFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  const text = csv(
    [
      { header: "Organisation", value: ({ organisation }) => organisation.name },
      { header: "Organisation reference", value: ({ organisation }) => organisation.reference },
      { header: "Part", value: ({ part }) => part.number },
      { header: "Part title", value: ({ part }) => part.title },
      { header: "Standing", value: ({ state }) => stateWords[state].label },
      { header: "Since", value: ({ since }) => dayIso(since) },
      { header: "Until", value: ({ endsOn }) => endsOn?.toISOString().slice(0, 10) },
      { header: "Next review", value: ({ reviewDueOn }) => reviewDueOn.toISOString().slice(0, 10) },
    ],
    await listAllMembers(actor, filter),
  );
  return csvResponse("members.csv", text);
}

import { csv, csvResponse } from "@/lib/core/values/csv";
import { dayIso } from "@/lib/core/values/format";
import { currentActor } from "@/lib/identity/session";
import { listOrganisations } from "@/lib/register/directory/queries";
import { DirectoryFilter } from "@/lib/register/directory/schema";
import { sizeWords } from "@/lib/register/profile/words";

const MOST = 10_000;

/** The organisations of the public register as a file, with the same filters: one row for each part. */
export async function GET(request: Request) {
  const filter = DirectoryFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  const { rows } = await listOrganisations(await currentActor(), filter, MOST);
  const text = csv(
    [
      { header: "Reference", value: ({ reference }) => reference },
      { header: "Organisation", value: ({ name }) => name },
      { header: "Kind", value: ({ type }) => type },
      { header: "Size", value: ({ size }) => size && sizeWords[size].label },
      { header: "Voluntary, community or social enterprise", value: ({ vcse }) => (vcse ? "yes" : "no") },
      { header: "Part", value: ({ part }) => part.number },
      { header: "Part title", value: ({ part }) => part.title },
      { header: "Member since", value: ({ part }) => dayIso(part.since) },
      { header: "Services", value: ({ services }) => services },
    ],
    rows.flatMap((row) => row.parts.map((part) => ({ ...row, part }))),
  );
  return csvResponse("register-organisations.csv", text);
}

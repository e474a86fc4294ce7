import { csv, csvResponse } from "@/lib/core/values/csv";
import { requireMember } from "@/lib/identity/session";
import { listEvidence } from "@/lib/register/evidence/queries/own";
import { typeLabel } from "@/lib/register/evidence/rules";
import { readListed } from "@/lib/register/evidence/schema";
import { kindWords, readerWords, scanWords } from "@/lib/register/evidence/words";

export async function GET(request: Request): Promise<Response> {
  const actor = await requireMember("provider");
  const { show } = readListed(Object.fromEntries(new URL(request.url).searchParams));
  const text = csv(
    [
      { header: "Title", value: ({ title }) => title },
      { header: "Kind", value: ({ kind }) => kindWords[kind].label },
      { header: "File", value: ({ fileName }) => fileName },
      { header: "Type", value: ({ mediaType }) => typeLabel(mediaType) },
      { header: "Bytes", value: ({ bytes }) => bytes },
      { header: "Version", value: ({ version }) => version },
      { header: "Runs out on", value: ({ expiresOn }) => expiresOn?.toISOString().slice(0, 10) },
      { header: "Who may see it", value: ({ readers }) => readerWords[readers].label },
      { header: "Scan", value: ({ scan }) => scanWords[scan].label },
      { header: "Added", value: ({ addedAt }) => addedAt },
      { header: "Used by conditions", value: ({ usedBy }) => usedBy.map(({ title }) => title).join("; ") },
    ],
    await listEvidence(actor, show),
  );
  return csvResponse("evidence.csv", text);
}

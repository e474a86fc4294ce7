import { notFound } from "next/navigation";
import { downloadPolicy } from "@/lib/identity/request/request-rules";
import { requireActor } from "@/lib/identity/session";
import { findFile } from "@/lib/register/evidence/queries/files";
import { attachment } from "@/lib/register/evidence/rules";
import { StorageAway } from "@/lib/register/evidence/storage/full";
import { openStorage } from "@/lib/register/evidence/storage/storage";

/** A file, streamed as it lies, to be saved and never shown: no browser runs anything in it on our address. */
export async function GET(_request: Request, { params }: RouteContext<"/evidence/[id]/file">): Promise<Response> {
  const actor = await requireActor();
  const file = (await findFile(actor, (await params).id)) ?? notFound();
  if (file.scan === "infected") notFound();
  const bytes = await openStorage()
    .get(file.storageKey)
    .catch((error: unknown) => {
      if (error instanceof StorageAway) return "away" as const;
      throw error;
    });
  if (bytes === "away")
    return new Response("The file cannot be reached just now. Try again in a few minutes.", { status: 503 });
  if (bytes === null) notFound();
  return new Response(bytes, {
    headers: {
      "content-type": file.mediaType,
      "content-length": String(file.bytes),
      "content-disposition": attachment(file.fileName),
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
      "content-security-policy": downloadPolicy,
      "cross-origin-resource-policy": "same-origin",
    },
  });
}

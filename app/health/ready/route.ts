import { readiness } from "@/lib/core/process/readiness";

export const dynamic = "force-dynamic";

/** Whether this process can do its work: 503 until the database answers and holds every migration of this build. */
export async function GET() {
  const found = await readiness();
  return Response.json(found, { status: found.ok ? 200 : 503, headers: { "cache-control": "no-store" } });
}

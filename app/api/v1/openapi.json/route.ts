import { environment } from "@/lib/core/process/environment";
import { reference } from "@/lib/reference/queries";
import { describeOpen } from "@/lib/search/open/describe";
import { headers, json, preflight } from "../answers";

export const dynamic = "force-dynamic";

/** What can be asked and what is answered, as OpenAPI. */
export async function GET() {
  const described = describeOpen(await reference(), environment().ORIGIN);
  return new Response(JSON.stringify(described), {
    headers: headers({ ...json, "cache-control": "public, max-age=300, must-revalidate" }),
  });
}

export const OPTIONS = preflight;

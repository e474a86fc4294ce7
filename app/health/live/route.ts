export const dynamic = "force-dynamic";

/** This process answers. It says nothing of the database: see /health/ready. */
export function GET() {
  return new Response("live\n", {
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}

import { currentActor } from "@/lib/identity/session";

/** Whether whoever asks is still signed in, for a page that has been open for a while before its form is sent. */
export async function GET() {
  const { kind } = await currentActor();
  return new Response(null, { status: kind === "visitor" ? 404 : 200, headers: { "cache-control": "no-store" } });
}

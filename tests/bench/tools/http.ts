import { Agent, request } from "node:http";

/** What an address answered. */
export type Answer = { status: number; body: string; location: string | null; type: string };

type Asked = { cookie?: string | undefined; method?: "GET" | "OPTIONS" };

/** A browser's worth of connections that stay open, to one address. */
export function browser(origin: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  const get = (path: string, { cookie, method = "GET" }: Asked = {}) =>
    new Promise<Answer>((resolve, reject) => {
      const asked = request(
        `${origin}${path}`,
        { agent, method, timeout: 60_000, headers: { accept: "text/html, */*", ...(cookie && { cookie }) } },
        (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk: Buffer) => chunks.push(chunk));
          response.once("error", reject);
          response.once("end", () =>
            resolve({
              status: response.statusCode ?? 0,
              body: Buffer.concat(chunks).toString(),
              location: response.headers.location ?? null,
              type: response.headers["content-type"] ?? "",
            }),
          );
        },
      );
      asked.once("timeout", () => asked.destroy(new Error(`${path} did not answer within 60 s`)));
      asked.once("error", reject);
      asked.end();
    });
  return { get, close: () => agent.destroy() };
}

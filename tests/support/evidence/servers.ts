import { createHash } from "node:crypto";
import { createServer, type Server } from "node:http";
import { type AddressInfo, createServer as createSocketServer, type Server as SocketServer } from "node:net";

const listening = async <S extends Server | SocketServer>(server: S): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address() as AddressInfo;
  return address.port;
};

/** As much of ClamAV's daemon as INSTREAM needs. It finds harm in whatever holds "EICAR"; `says` puts words in its mouth. */
export async function fakeClamd(says?: string) {
  const received: Buffer[] = [];
  const server = createSocketServer((socket) => {
    let waiting = Buffer.alloc(0);
    const file: Buffer[] = [];
    let greeted = false;
    socket.on("error", () => {});
    socket.on("data", (data) => {
      waiting = Buffer.concat([waiting, data]);
      if (!greeted && waiting.length >= 10) {
        if (waiting.subarray(0, 10).toString() !== "zINSTREAM\0") return socket.end("UNKNOWN COMMAND\0");
        greeted = true;
        waiting = waiting.subarray(10);
      }
      while (greeted && waiting.length >= 4) {
        const length = waiting.readUInt32BE(0);
        if (waiting.length < 4 + length) return;
        if (length === 0) {
          const whole = Buffer.concat(file);
          received.push(whole);
          return socket.end(`${says ?? (whole.includes("EICAR") ? "stream: Eicar-Signature FOUND" : "stream: OK")}\0`);
        }
        file.push(waiting.subarray(4, 4 + length));
        waiting = waiting.subarray(4 + length);
      }
    });
  });
  const port = await listening(server);
  return { address: `127.0.0.1:${port}`, received, close: () => server.close() };
}

/** As much of a bucket as the adapter needs: it refuses what is not signed, or whose bytes are not those that were signed. */
export async function fakeS3({ full = false, pageOf = 1000 } = {}) {
  const kept = new Map<string, { bytes: Buffer; type: string }>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk);
    } catch {
      return;
    }
    const bytes = Buffer.concat(chunks);
    const answer = (status: number, text: string | Buffer = "") => {
      response.statusCode = status;
      response.end(text);
    };
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://s3");
    const key = pathname.replace("/files/", "");
    if (!/^AWS4-HMAC-SHA256 Credential=id\/\d{8}\/eu-west-2\/s3\//.test(request.headers.authorization ?? ""))
      return answer(403);
    if (request.method === "PUT") {
      if (full) return answer(507);
      if (request.headers["x-amz-content-sha256"] !== createHash("sha256").update(bytes).digest("hex"))
        return answer(400);
      if (request.headers["content-length"] !== String(bytes.length)) return answer(411);
      kept.set(key, { bytes, type: request.headers["content-type"] ?? "" });
      return answer(200);
    }
    if (request.method === "DELETE") return answer(kept.delete(key) ? 204 : 404);
    if (searchParams.get("list-type") !== "2") return kept.has(key) ? answer(200, kept.get(key)?.bytes) : answer(404);
    const keys = [...kept.keys()].toSorted();
    const from = Number(searchParams.get("continuation-token") ?? 0);
    const page = keys.slice(from, from + pageOf);
    const more = from + pageOf < keys.length ? `<NextContinuationToken>${from + pageOf}</NextContinuationToken>` : "";
    const listed = page.map(
      (one) => `<Contents><Key>${one}</Key><LastModified>2026-11-01T10:00:00.000Z</LastModified></Contents>`,
    );
    return answer(200, `<ListBucketResult>${more}${listed.join("")}</ListBucketResult>`);
  });
  const port = await listening(server);
  return { endpoint: `http://127.0.0.1:${port}`, kept, close: () => server.close() };
}

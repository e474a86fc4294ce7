import "server-only";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { chunksOf } from "../storage/stream";

export type Verdict = "clean" | "infected" | "failed";

const PATIENCE = 20_000;

/**
 * Has a file looked at by ClamAV's daemon, by INSTREAM: each chunk after its length, then a length of nought. The
 * address is `host:port`, or `unix:/path`. A daemon that is away, slow or of another mind gives "failed", never a fault.
 */
export async function scanByClamd(address: string, bytes: ReadableStream<Uint8Array>): Promise<Verdict> {
  const socket = dial(address);
  socket.setTimeout(PATIENCE, () => socket.destroy(new Error("slow")));
  const answer = answerOf(socket);
  answer.catch(() => {});
  try {
    await once(socket, "connect");
    socket.write("zINSTREAM\0");
    for await (const chunk of chunksOf(bytes)) if (!socket.write(framed(chunk))) await once(socket, "drain");
    socket.write(Buffer.alloc(4));
    return verdictOf(await answer);
  } catch {
    return "failed";
  } finally {
    socket.destroy();
    if (!bytes.locked) await bytes.cancel().catch(() => {});
  }
}

/** What the daemon's answer means, such as "stream: OK" or "stream: Eicar-Signature FOUND". */
export function verdictOf(answer: string): Verdict {
  const said = answer.replace(/\0[\s\S]*$/, "").trim();
  if (/^stream: OK$/.test(said)) return "clean";
  return /^stream: .+ FOUND$/.test(said) ? "infected" : "failed";
}

function dial(address: string): Socket {
  if (address.startsWith("unix:")) return connect(address.slice("unix:".length));
  const { hostname, port } = new URL(`tcp://${address}`);
  return connect(Number(port || 3310), hostname.replace(/^\[|\]$/g, ""));
}

function framed(chunk: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(chunk.byteLength);
  return Buffer.concat([length, chunk]);
}

/** Everything that the daemon says until it ends its sentence or the line; a few hundred bytes at the most. */
function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    socket.on("data", (data: Buffer) => {
      said += data.toString("utf8");
      if (said.includes("\0") || said.length > 2_000) resolve(said);
    });
    socket.on("end", () => resolve(said));
    socket.on("error", reject);
    socket.on("close", () => reject(new Error("closed")));
  });
}

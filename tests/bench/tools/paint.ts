import { chromium } from "@playwright/test";
import { browserArguments } from "../../../scripts/browser.mjs";
import type { Figure } from "./figures";

/** A slow phone on a slow network: 1.6 Mbit/s down, 150 ms there and back, a processor four times slower than this one. */
const slow = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const SLOWER = 4;
const subject = "/find";
const floor = "/accessibility";

/** When the largest part of the search page is painted over a slow connection, beside a page that only says something. */
export async function paints(
  origin: string,
  { executable, rounds, say }: { executable: string; rounds: number; say: (line: string) => void },
): Promise<Figure> {
  const browser = await chromium.launch({ executablePath: executable, args: browserArguments });
  try {
    const [found, still]: [number[], number[]] = [[], []];
    // The first visit of a process warms the server, and counts for nothing.
    for (let round = -1; round < rounds; round++) {
      for (const [path, seen] of [
        [floor, still],
        [subject, found],
      ] as const) {
        // A new person each time: nothing is in its cache.
        const context = await browser.newContext({ viewport: { width: 375, height: 740 } });
        const page = await context.newPage();
        const device = await context.newCDPSession(page);
        await device.send("Network.enable");
        await device.send("Network.emulateNetworkConditions", slow);
        await device.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
        await page.goto(`${origin}${path}`, { waitUntil: "load", timeout: 60_000 });
        const painted = await page.evaluate(
          () =>
            new Promise<number>((resolve) => {
              let last = 0;
              new PerformanceObserver((list) => {
                for (const { startTime } of list.getEntries()) last = startTime;
              }).observe({ type: "largest-contentful-paint", buffered: true });
              setTimeout(() => resolve(last), 500);
            }),
        );
        if (round >= 0) seen.push(painted);
        await context.close();
      }
      if (round >= 0)
        say(
          `     round ${round + 1} of ${rounds}: painted after ${Math.round(found.at(-1) ?? 0)} ms, ${floor} after ${Math.round(still.at(-1) ?? 0)} ms`,
        );
    }
    return {
      phase: "weight",
      what: `${subject}: largest paint, slow phone`,
      measure: "ms",
      rounds: found,
      floor: { what: floor, rounds: still },
      target: { of: "ratio", atMost: 1.15 },
    };
  } finally {
    await browser.close();
  }
}

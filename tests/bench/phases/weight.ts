import { gzipSync } from "node:zlib";
import { findBrowser } from "../../../scripts/browser.mjs";
import type { Figure, Found, Target } from "../tools/figures";
import { browser } from "../tools/http";
import { paints } from "../tools/paint";
import { startNext } from "../tools/server";
import type { Context } from "./context";

/** Public pages, and what their HTML is held to in kilobytes, compressed. */
const pages: { path: string; html?: Target }[] = [
  { path: "/" },
  { path: "/find", html: { of: "value", atMost: 12 } },
  { path: "/register" },
];
/** What Next itself sends in scripts, and six more for everything of ours. */
const scripts: Target = { of: "value", atMost: 134 + 6 };
const styles: Target = { of: "value", atMost: 12 };

/** What a person's connection has to carry for a public page, and when its largest part is painted over a slow one. */
export async function weight({ options, say }: Context): Promise<Found> {
  const { origin, indexed, stop } = await startNext();
  const { get, close } = browser(origin);
  const wrong: string[] = [];
  const weigh = async (path: string) => {
    const { status, body } = await get(path);
    if (status !== 200) wrong.push(`${path} answered ${status}`);
    return { body, kilobytes: gzipSync(body).length / 1024 };
  };
  try {
    await indexed();
    const figures: Figure[] = [];
    for (const { path, html } of pages) {
      const page = await weigh(path);
      const figure = (what: string, kilobytes: number, target?: Target): Figure => ({
        phase: "weight",
        what: `${path}: ${what}`,
        measure: "kB",
        rounds: [kilobytes],
        ...(target && { target }),
      });
      const total = async (addresses: readonly string[]) => {
        let sum = 0;
        for (const address of new Set(addresses)) sum += (await weigh(address)).kilobytes;
        return sum;
      };
      figures.push(
        figure("HTML, compressed", page.kilobytes, html),
        figure("scripts, compressed", await total(scriptsOf(page.body)), scripts),
        figure("styles, compressed", await total(stylesOf(page.body)), styles),
      );
    }
    const executable = await findBrowser();
    const painted = executable ? await paints(origin, { executable, rounds: options.rounds, say }) : null;
    return {
      figures: [...figures, ...(painted ? [painted] : [])],
      wrong,
      notes: painted ? [] : [`no Chromium on this machine, so nothing was painted`],
    };
  } finally {
    close();
    await stop();
  }
}

/** The scripts that a browser of today loads for a page. */
const scriptsOf = (html: string): string[] =>
  [...html.matchAll(/<script\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !/\bnomodule\b/i.test(tag))
    .flatMap((tag) => addressIn(tag, "src"));

const stylesOf = (html: string): string[] =>
  [...html.matchAll(/<link\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => /rel="stylesheet"/.test(tag))
    .flatMap((tag) => addressIn(tag, "href"));

function addressIn(tag: string, name: "src" | "href"): string[] {
  const [, address] = new RegExp(`\\b${name}="(/[^"]+)"`).exec(tag) ?? [];
  return address ? [address.replaceAll("&amp;", "&")] : [];
}

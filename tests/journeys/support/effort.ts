import type { Page } from "@playwright/test";

type Effort = { views: number; words: Record<string, number>; typed: Record<string, number>; choices: number };

/** Words a minute that adults read in English (Brysbaert 2019), characters a minute that people type (40 words), seconds to find one's way on each page and to make a choice. */
const [READ, TYPE, ARRIVE, CHOOSE] = [238, 200, 10, 3];

/**
 * Counts, in the browser, what a journey asks of a person: each view of a page, the words of each page once, the
 * characters typed, the choices made. A long answer counts as 60 words even where the journey types fewer.
 */
export async function countEffort(page: Page) {
  await page.addInitScript(() => {
    if (!location.protocol.startsWith("http")) return;
    const empty = { views: 0, words: {}, typed: {}, choices: 0 };
    const change = (work: (kept: Effort) => void) => {
      const kept: Effort = JSON.parse(localStorage.getItem("effort") ?? JSON.stringify(empty));
      work(kept);
      localStorage.setItem("effort", JSON.stringify(kept));
    };
    let last = "";
    setInterval(() => {
      const here = location.pathname.replace(/[0-9a-f-]{36}/g, "id");
      // biome-ignore lint/performance/useDomNodeTextContent: only what is shown is read, not what lies folded away
      const words = (document.querySelector("main")?.innerText ?? "").split(/\s+/).filter(Boolean).length;
      change((kept) => {
        if (here !== last) kept.views += 1;
        kept.words[here] = Math.max(words, kept.words[here] ?? 0);
      });
      last = here;
    }, 100);
    document.addEventListener(
      "input",
      ({ target }) => {
        const long = target instanceof HTMLTextAreaElement;
        const text = long || (target instanceof HTMLInputElement && !["radio", "checkbox"].includes(target.type));
        const here = location.pathname;
        change((kept) => {
          if (text) kept.typed[`${here} ${target.name}`] = Math.max(target.value.length, long ? 60 * 5 : 0);
          else kept.choices += 1;
        });
      },
      true,
    );
  });
  const sum = (numbers: Record<string, number>) => Object.values(numbers).reduce((total, one) => total + one, 0);
  return {
    /** What has been counted so far, with the minutes that it takes at an ordinary speed. */
    async soFar() {
      const kept: Effort = JSON.parse((await page.evaluate(() => localStorage.getItem("effort"))) ?? "{}");
      const [words, characters, views] = [sum(kept.words), sum(kept.typed), kept.views];
      const minutes = words / READ + characters / TYPE + (views * ARRIVE + kept.choices * CHOOSE) / 60;
      return { pages: Object.keys(kept.words).length, views, words, characters, choices: kept.choices, minutes };
    },
  };
}

import type { Page } from "@playwright/test";

type Effort = { views: number; words: Record<string, number>; typed: Record<string, number>; choices: number };

/** Words a minute that adults read in English (Brysbaert 2019), and characters a minute that people type (40 words). */
const [READ, TYPE] = [238, 200];

/** Read by choice: the questions in advance come again one by one, and no charity has the demo's mailbox. */
const BY_CHOICE = /^\/(join\/questions|demo)/;

/** Where people write freely: counted as 60 words, however few a journey types. */
const FREE = ["text", "about", "description"];

/**
 * Counts, in the browser, what a journey asks of a person: each view of a page, the words of each page once, the
 * characters typed, the choices made. The minutes are those of reading and typing. Not counted are the options of a
 * list that nobody picks, and what only a screen reader says. `only` names, by path, what is read of a page that is
 * looked through: of a list of results, the one that is wanted.
 */
export async function countEffort(page: Page, only: Record<string, string> = {}) {
  const settings = { free: FREE, only };
  await page.addInitScript(({ free, only }) => {
    if (!location.protocol.startsWith("http")) return;
    const empty = { views: 0, words: {}, typed: {}, choices: 0 };
    const change = (work: (kept: Effort) => void) => {
      const kept: Effort = JSON.parse(localStorage.getItem("effort") ?? JSON.stringify(empty));
      work(kept);
      localStorage.setItem("effort", JSON.stringify(kept));
    };
    // biome-ignore lint/performance/useDomNodeTextContent: only what is shown is read, not what lies folded away
    const wordsIn = (part: HTMLElement) => part.innerText.split(/\s+/).filter(Boolean).length;
    const readIn = (part: Element | null) => {
      if (!(part instanceof HTMLElement)) return 0;
      const unread = [...part.querySelectorAll<HTMLElement>("option:not(:checked), .sr-only")];
      const open = unread.filter((one) => !one.closest("details:not([open])"));
      return open.reduce((left, one) => left - wordsIn(one), wordsIn(part));
    };
    let last = "";
    setInterval(() => {
      const here = location.pathname.replace(/[0-9a-f-]{36}/g, "id");
      const words = readIn(document.querySelector(only[here] ?? "main"));
      change((kept) => {
        if (here !== last) kept.views += 1;
        kept.words[here] = Math.max(words, kept.words[here] ?? 0);
      });
      last = here;
    }, 100);
    document.addEventListener(
      "input",
      ({ target }) => {
        const area = target instanceof HTMLTextAreaElement;
        if (!area && !(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
        const written = area || (target instanceof HTMLInputElement && !["radio", "checkbox"].includes(target.type));
        change((kept) => {
          if (written)
            kept.typed[`${location.pathname} ${target.name}`] = Math.max(
              target.value.length,
              area && free.includes(target.name) ? 300 : 0,
            );
          else kept.choices += 1;
        });
      },
      true,
    );
  }, settings);
  const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);
  return {
    /** What has been counted so far, with the minutes that reading and typing it take at an ordinary speed. */
    async soFar() {
      const kept: Effort = JSON.parse((await page.evaluate(() => localStorage.getItem("effort"))) ?? "{}");
      const read = Object.entries(kept.words).filter(([path]) => !BY_CHOICE.test(path));
      const words = sum(read.map(([, many]) => many));
      const characters = sum(Object.values(kept.typed));
      const minutes = words / READ + characters / TYPE;
      const said = `${read.length} pages seen ${kept.views} times, ${words} words to read, ${characters} characters to type, ${kept.choices} choices: ${minutes.toFixed(1)} minutes of reading and typing`;
      return { said, minutes };
    },
  };
}

import type { Chance } from "../tools/random";

/** Words of the trade, the commonest first: how often each is drawn falls with its place. */
const common = (
  "support people home work group family women recovery housing advice skills prison community worker plan health money " +
  "debt benefits training job drugs alcohol wellbeing mentoring parents children young adults trauma confidence safe " +
  "relationships tenancy landlord budget interview employer workshop certificate counselling peer listening resettlement " +
  "release gate court licence probation custody step weekly session evening weekend centre garden kitchen music art " +
  "football cooking reading maths digital driving volunteer coach befriending crisis harm reduction detox gambling " +
  "anger thinking choices victims restorative conference apology identity culture faith language interpreter mothers " +
  "fathers grandparents letters visits bail hostel rooms furniture bills arrears rent court-fees passport bank account " +
  "universal credit appeal sanction grant savings food clothing travel bicycle farm forest animals horses boxing theatre " +
  "writing radio film barbering construction scaffolding rail warehouse catering baking hospitality sewing upholstery " +
  "recycling gardening beekeeping carpentry painting plumbing autism dyslexia brain injury hearing sight mobility sleep"
).split(" ");

const joins = ["and", "for", "with", "after", "before", "near", "through", "towards"];
const syllables =
  "ald ash bar bel bran cal cor dun el far gar hal kes lan mar nor ost pen quil ros sal tam ul ver wen yar".split(" ");
const ends = ["ford", "ham", "ton", "wick", "mere", "by", "leigh", "gate"];
const kinds = ["Trust", "Project", "Together", "House", "Centre", "Partnership", "Foundation", "Network"];

/** How flat the top is: with forty, the commonest word stands in about seven of ten services and the rarest in two. */
const FLAT = 40;

/** A word of the trade, drawn the less often the further down it stands (Zipf and Mandelbrot). */
export const commonWord = ({ next }: Chance): string =>
  common[Math.floor(FLAT * ((common.length + FLAT) / FLAT) ** next()) - FLAT] ?? common[0] ?? "support";

/** A word that hardly anybody uses: about one service in a hundred has it. */
export const uncommonWord = ({ pick }: Chance): string => pick(syllables) + pick(syllables);

/** A made-up name, such as "Kesmarton": some are rare enough that a search for one finds a service or two. */
export function rareName({ pick }: Chance): string {
  const name = pick(syllables) + pick(syllables) + pick(ends);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

export const organisationName = (chance: Chance): string =>
  `${rareName(chance)} ${chance.pick(kinds)}${chance.often(0.3) ? ` for ${capital(commonWord(chance))}` : ""}`;

export function title(chance: Chance): string {
  return capital(`${commonWord(chance)} ${commonWord(chance)} ${chance.pick(joins)} ${commonWord(chance)}`);
}

/** Plain text of so many words, with a rare name in it now and then. */
export function prose(chance: Chance, words: number): string {
  const drawn = Array.from({ length: words }, (_, at) => (at % 5 === 4 ? chance.pick(joins) : contentWord(chance)));
  const sentences: string[] = [];
  for (let at = 0; at < drawn.length; at += 12) sentences.push(`${capital(drawn.slice(at, at + 12).join(" "))}.`);
  return sentences.join(" ");
}

function contentWord(chance: Chance): string {
  const drawn = chance.next();
  return drawn < 0.02 ? rareName(chance) : drawn < 0.12 ? uncommonWord(chance) : commonWord(chance);
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

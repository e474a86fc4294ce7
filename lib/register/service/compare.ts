import { listed } from "@/lib/core/values/format";
import type { ServiceFacts } from "./facts";
import { accessName, ageWords, deliveredByWords, languageName, methodWords, settingWords, sexWords } from "./words";

/** One question as it was approved and as it was sent. `added` and `gone` are what differs, in the words of the answer. */
export type Compared = {
  label: string;
  before: string;
  after: string;
  changed: boolean;
  added: string[];
  gone: string[];
};

/** Everything that an assessor checks, beside what was approved: the questions in their order, what differs told apart. */
export function compareServices(before: ServiceFacts, after: ServiceFacts): Compared[] {
  const earlier = new Map(answers(before).map((answer) => [answer.label, answer]));
  return answers(after).map(({ label, parts, joined }) => {
    const was = earlier.get(label) ?? { label, parts: [], joined: "" };
    return {
      label,
      before: was.joined,
      after: joined,
      changed: joined !== was.joined,
      added: parts.filter((part) => !was.parts.includes(part)),
      gone: was.parts.filter((part) => !parts.includes(part)),
    };
  });
}

type Answer = { label: string; parts: string[]; joined: string };

/** An answer of one piece; of many lines or sentences; or of many choices. */
const one = (label: string, text: string): Answer => ({ label, parts: text === "" ? [] : [text], joined: text });
const prose = (label: string, text: string): Answer => ({ label, parts: sentencesOf(text), joined: text });
const several = (label: string, parts: string[]): Answer => ({ label, parts, joined: listed(parts) });

function answers({ version }: ServiceFacts): Answer[] {
  const names = (list: { name: string }[]) => list.map(({ name }) => name);
  return [
    one("Name of the service", version.title),
    prose("In one or two sentences", version.summary),
    prose("What happens", version.description),
    several("What people get from it", names(version.outcomes)),
    one("People", `${sexWords[version.sex]}, aged ${ageWords(version)}`),
    several("Made for", names(version.cohorts)),
    several("Needs it helps with", names(version.needs)),
    prose("Who it cannot take", version.exclusions),
    several("Places", names(version.places)),
    several(
      "Setting",
      version.settings.map((setting) => settingWords[setting].label),
    ),
    one("Method", methodWords[version.method].label),
    one("Who does the work", deliveredByWords[version.deliveredBy].label),
    several("Languages", version.languages.map(languageName)),
    several("Access", version.access.map(accessName)),
  ];
}

/** Sentences and lines, so that a change in a long text is found in it. */
const sentencesOf = (text: string): string[] =>
  text
    .split(/\n+|(?<=[.!?])\s+/)
    .map((sentence) => sentence.trim())
    .filter(Boolean);

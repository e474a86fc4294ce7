import type {
  Complexity,
  DeliveredBy,
  Method,
  RateUnit,
  ServedSex,
  ServiceState,
  Setting,
} from "@/lib/core/prisma/enums";
import type { Tone } from "@/lib/core/values/tone";
import type { ServiceEvent } from "./states";

/** What people read for each state: its name, and one line that explains it. */
export const stateWords: Record<ServiceState, { label: string; tone: Tone; meaning: string }> = {
  draft: { label: "Draft", tone: "note", meaning: "Only your organisation can see it." },
  inReview: {
    label: "Being checked",
    tone: "wait",
    meaning: "An assessor is reading it. You can still change how full it is.",
  },
  published: { label: "Published", tone: "good", meaning: "Buyers can find it and buy from it." },
  paused: { label: "Paused", tone: "neutral", meaning: "Buyers cannot find it until you start it again." },
  stale: {
    label: "Needs confirming",
    tone: "wait",
    meaning: "Nobody has confirmed it for six months. Buyers cannot find it until you do.",
  },
  withdrawn: { label: "Withdrawn", tone: "neutral", meaning: "It has been taken away for good." },
};

/** What each act is called on its button, and in a timeline once it is done. */
export const eventWords: Record<ServiceEvent, { act: string; done: string }> = {
  submit: { act: "Send it to be checked", done: "Sent to be checked" },
  publish: { act: "Publish", done: "Published" },
  returnToDraft: { act: "Send it back", done: "Sent back to be changed" },
  pause: { act: "Pause", done: "Paused" },
  resume: { act: "Start again", done: "Started again" },
  goStale: { act: "Hide until it is confirmed", done: "Hidden until it is confirmed" },
  confirm: { act: "Confirm it is still right", done: "Confirmed" },
  withdraw: { act: "Withdraw", done: "Withdrawn" },
};

export const sexWords: Record<ServedSex, string> = { anyone: "Anyone", women: "Women only", men: "Men only" };

export const settingWords: Record<Setting, { label: string; hint: string }> = {
  community: { label: "In the community", hint: "People on probation or on a community sentence." },
  custody: { label: "In prison", hint: "People serving a sentence in custody." },
  throughTheGate: { label: "Through the gate", hint: "You start in prison and go on after release." },
};

export const methodWords: Record<Method, { label: string; hint: string }> = {
  oneToOne: { label: "One to one", hint: "A worker meets one person at a time." },
  group: { label: "In a group", hint: "People meet together." },
  residential: { label: "Residential", hint: "People live where the support is." },
  remote: { label: "By phone or online", hint: "People do not have to travel." },
  mixed: { label: "A mix of these", hint: "Say which in your description." },
};

export const deliveredByWords: Record<DeliveredBy, { label: string; hint: string }> = {
  provider: { label: "Our own staff or volunteers", hint: "People who work for your organisation." },
  practitioner: {
    label: "Probation staff, with our support",
    hint: "For example, a course that you train them to run.",
  },
  statutory: { label: "Another public body, with our support", hint: "For example, a council or a health team." },
};

/** Who does the work, in short: for the head of a column. */
export const delivererWords: Record<DeliveredBy, string> = {
  provider: "The provider",
  practitioner: "Probation staff",
  statutory: "Another public body",
};

/** A unit as one, as several, and as it reads after a price: "£85.00 an hour". */
export const unitWords: Record<RateUnit, { one: string; several: string; per: string }> = {
  referral: { one: "referral", several: "referrals", per: "for each referral" },
  session: { one: "session", several: "sessions", per: "a session" },
  hour: { one: "hour", several: "hours", per: "an hour" },
  week: { one: "week", several: "weeks", per: "a week" },
  placeNight: { one: "place for a night", several: "places for a night", per: "a night" },
  outcome: { one: "outcome", several: "outcomes", per: "for each outcome" },
};

export const complexityWords: Record<Complexity, string> = {
  any: "Any level",
  low: "Low",
  medium: "Medium",
  high: "High",
};

/** VAT rates that a price can carry, in basis points. */
export const vatWords = { "0": "No VAT (exempt or zero rated)", "2000": "20% VAT on top" } as const;

/** Languages that a service can be given in, by their code; any other is written out. */
export const languageWords = {
  en: "English",
  cy: "Welsh",
  bfi: "British Sign Language",
  sq: "Albanian",
  ar: "Arabic",
  bn: "Bengali",
  fa: "Farsi",
  fr: "French",
  gu: "Gujarati",
  ku: "Kurdish",
  lt: "Lithuanian",
  pl: "Polish",
  pt: "Portuguese",
  pa: "Punjabi",
  ro: "Romanian",
  so: "Somali",
  es: "Spanish",
  ti: "Tigrinya",
  tr: "Turkish",
  ur: "Urdu",
  vi: "Vietnamese",
  any: "Any language, with an interpreter",
} as const;

/** What makes it possible for a person to come and to stay. */
export const accessWords = {
  stepFree: "Step-free building",
  hearingLoop: "Hearing loop",
  easyRead: "Easy read information",
  quietSpace: "Quiet space",
  womenOnly: "Women-only space",
  homeVisits: "Home visits",
  evenings: "Open in the evening",
  weekends: "Open at weekends",
  byPhone: "Can be done by phone or online",
  travel: "Travel costs paid",
  childcare: "Help with childcare",
  selfReferral: "People can ask for it themselves",
} as const;

const languageNames = new Map<string, string>(Object.entries(languageWords));
const accessNames = new Map<string, string>(Object.entries(accessWords));
export const languageName = (code: string): string => languageNames.get(code) ?? code;
export const accessName = (code: string): string => accessNames.get(code) ?? code;

/** Who it is for, by age: "18 to 25", "18 and over". */
export const ageWords = ({ minAge, maxAge }: { minAge: number; maxAge: number | null }): string =>
  maxAge === null ? `${minAge} and over` : minAge === maxAge ? `${minAge}` : `${minAge} to ${maxAge}`;

/** How many units a price holds for: "1 to 20", "21 or more". */
export const volumeWords = ({ volumeFrom, volumeTo }: { volumeFrom: number; volumeTo: number | null }): string =>
  volumeTo === null ? (volumeFrom === 1 ? "Any number" : `${volumeFrom} or more`) : `${volumeFrom} to ${volumeTo}`;

/** How long people wait, in words. */
export const waitWords = (days: number): string =>
  days === 0 ? "No wait" : days === 1 ? "1 day" : days < 14 ? `${days} days` : `${Math.round(days / 7)} weeks`;

/** The parts of a service that must be filled in before it can be sent, in the order of its task list. */
export const sectionWords = {
  description: { title: "What it is", hint: "Its name, what happens, and what people get from it." },
  who: { title: "Who it is for", hint: "Sex, ages, and anyone you cannot work with." },
  places: { title: "Where it runs", hint: "Regions, police areas, councils or probation delivery units." },
  delivery: { title: "How it runs", hint: "Setting, method, languages and access." },
  prices: { title: "Prices", hint: "What you charge for each hour, session or place." },
  capacity: { title: "How full it is", hint: "Places, open places and waiting time. Change it any day." },
} as const;

/** What a change on a page leads to, once a service is published. */
export const changeWords = {
  material: "An assessor checks a change here. Buyers read the earlier words until it is approved.",
  immediate: "A change here holds at once, and nobody has to check it.",
  prices: "A change here holds from the day that you say, and nobody has to check it.",
} as const;

export type ServiceSection = keyof typeof sectionWords;

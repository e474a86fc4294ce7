/** What the law does not let a register say, as far as one sentence shows it (Procurement Act 2023, s36). */
export type WordingRule = { ruleCode: string; source: string; message: string; asks: (sentence: string) => boolean };

/** The first rule that each sentence of a text breaks. An empty list is no proof that the text is lawful. */
export const brokenRules = (text: string): WordingRule[] =>
  sentences(text).flatMap((sentence) => rules.find(({ asks }) => asks(sentence)) ?? []);

const rules: WordingRule[] = [
  {
    ruleCode: "dm.conditions.no_audited_accounts",
    source: "section 36(2)(a)",
    message: "Do not ask for audited accounts, except of those who must have an audit by law",
    asks: (said) =>
      /\baudit/.test(said) && /\b(accounts?|statements?|figures)\b/.test(said) && !spared(said) && !byLaw(said),
  },
  {
    ruleCode: "dm.conditions.no_insurance_before_award",
    source: "section 36(2)(b)",
    message: "Do not ask for insurance before an award. Ask for a promise to have it when an agreement starts",
    asks: (said) =>
      /\b(insur|indemnity|public liability)/.test(said) && !spared(said) && !(promises(said) && afterAward(said)),
  },
  {
    ruleCode: "dm.conditions.no_prior_award",
    source: "section 36(3)(a)",
    message: "Do not ask for an earlier contract with an authority. Ask what the team has done, for anybody",
    asks: (said) => !spared(said) && ((contracted(said) && before(said) && fromBody(said)) || supplied(said)),
  },
  {
    ruleCode: "dm.no_cap",
    source: "section 36(7)(a)",
    message: "Do not limit how many can join. The law lets in everybody who meets the conditions",
    asks: (said) => !unlimited(said) && (counted(said) || firstToCome(said) || fewPlaces(said)),
  },
];

const spared = (said: string) =>
  /\b(do|does|did|will|need|must)( not|n't) (need|ask|have to|require|want|matter)|\bneed not\b|\bno need\b|\bdon't (need|have to)\b/.test(
    said,
  );
const byLaw = (said: string) =>
  /\b(law|act|regulator)\b[^.]*\brequire|\brequired? (to [^.]* )?by (law|statute|an act)\b|\bmust have an audit by law\b/.test(
    said,
  );
const promises = (said: string) =>
  /\b(will|would|agree to|promise to|undertake to|commit to|when you win)\b/.test(said);
const afterAward = (said: string) =>
  /\b(if|when|once|after|by the day)\b[^.]*\b(award|awarded|win|won|starts?|begins?|agreement|contract)\b/.test(said);

const contracted = (said: string) => /\b(contract|grant|call-off|framework|commission|award)(s|ed)?\b/.test(said);
const before = (said: string) =>
  /\b(previous|earlier|past|prior|former|existing|current|already|before|track record|have (had|held|been|delivered|worked)|in the last)\b/.test(
    said,
  );
const body =
  "(hmpps|hmp|moj|ministry|probation|prison|pcc|mopac|police|mayor|council|borough|authority|authorities|commissioner|department|home office|dwp|nhs|health board|government|public (body|bodies|sector))";
const fromBody = (said: string) =>
  new RegExp(
    `\\b(with|from|by|for|under|to|of) (us|our|an?|the|any|this|that|one)?\\s*([\\w'-]+ ){0,3}${body}\\b`,
  ).test(said) || new RegExp(`\\b${body}( service| of justice)? (contract|grant|call-off|framework)`).test(said);
/** "You already supply HMPPS", "a current provider to the council": a contract that is not called one. */
const supplied = (said: string) =>
  new RegExp(
    `\\b(((have|has|had) (supplied|sold to)|(currently|already) (supply|provide for|sell to|work for)|(been|are|were) (paid|funded|commissioned|hired) by|(existing|current|previous|approved|former) (supplier|provider|contractor)s? (to|of|for|with))( the| an?| your)?|bought from you by( the| an?)?) ([\\w'-]+ ){0,3}${body}\\b`,
  ).test(said);

const number = "(\\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|fifty|a hundred)";
const who = "(members?|organisations?|providers?|suppliers?|applicants?|applications|bidders?|charities|companies)";
const joins = /\b(join(s|ed)?|admit(s|ted)?|accept(s|ed)?|members?|membership|register|market|apply|applications)\b/;

const unlimited = (said: string) =>
  /\b(no|not any|without( an?| any)?|never an?) (upper )?(limit|cap|maximum)\b|\bnot limited\b|\b(together|jointly|consorti\w+|partners)\b/.test(
    said,
  );
const counted = (said: string) =>
  joins.test(said) &&
  (new RegExp(
    `\\b(no more than|not more than|more than|up to|at most|maximum of|limited to|limit of|capped at|only) (the )?${number} ([\\w-]+ ){0,2}${who}\\b`,
  ).test(said) ||
    /\b(maximum|limited|fixed|set|total) number of (members|organisations|providers|suppliers|memberships)\b/.test(
      said,
    ) ||
    /\b(cap|limit) on (the )?(number of )?(members|membership|organisations|providers|suppliers|how many)\b/.test(
      said,
    ));
const firstToCome = (said: string) =>
  /\bfirst[- ]come,? first[- ]served\b/.test(said) ||
  new RegExp(
    `\\bfirst ${number} ([\\w-]+ ){0,2}(to (apply|join|be)|that (apply|join)|who (apply|join)|${who})\\b`,
  ).test(said) ||
  new RegExp(`\\bfirst ${number} (to|that|who) (apply|join)`).test(said);
const fewPlaces = (said: string) =>
  !/\b(your|services?|course|group|sessions?|waiting list|beds?)\b/.test(said) &&
  (/\b(limited|few|restricted) (number of )?(places|memberships|slots)\b/.test(said) ||
    /\b(places|membership|numbers)( on the (register|market|list))? (is|are|will be) (limited|capped|restricted)\b/.test(
      said,
    ) ||
    /\b(register|market|part|list) (is|will be|becomes) full\b/.test(said));

const sentences = (text: string) =>
  text
    .toLowerCase()
    .replace(/[’]/g, "'")
    .split(/(?<=[.?!;])\s+|\n+/)
    .filter(Boolean);

/** What is said at the field, with the section of the Procurement Act 2023 that forbids it. */
export const ruleSaid = ({ message, source }: Pick<WordingRule, "message" | "source">) => `${message} (${source})`;

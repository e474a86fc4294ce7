/** What is judged of a condition before it may be asked of anybody. */
export type Asked = {
  title: string;
  text: string;
  help: string;
  justification: string;
  orEquivalent: boolean;
  minutes: number;
};

export type Unlawful = { field: keyof Asked; ruleCode: string; message: string };

/**
 * What the law does not let a condition ask, as far as its words show (Procurement Act 2023, s36). An empty list is no
 * proof that a condition is lawful: it is the net under the steward's own judgement.
 */
export function unlawful(condition: Asked): Unlawful[] {
  const found: Unlawful[] = [];
  for (const field of ["title", "text", "help"] as const) {
    for (const sentence of sentences(condition[field])) {
      const rule = rules.find(({ asks }) => asks(sentence));
      if (rule) found.push({ field, ruleCode: rule.ruleCode, message: rule.message });
    }
  }
  if (!condition.orEquivalent && /\S/.test(condition.text))
    found.push({
      field: "orEquivalent",
      ruleCode: "dm.conditions.equivalents",
      message: "Accept something equal. The law lets no condition insist on one standard or one document",
    });
  if (condition.justification.trim().length < 20)
    found.push({
      field: "justification",
      ruleCode: "dm.conditions.proportionate",
      message: "Say why this is in proportion to the work, in 20 characters or more",
    });
  return found;
}

/** How long the whole register takes to answer, said before anybody starts. */
export const minutesIn = (conditions: readonly { minutes: number }[]) =>
  conditions.reduce((total, { minutes }) => total + minutes, 0);

type Rule = { ruleCode: string; message: string; asks: (sentence: string) => boolean };

const rules: Rule[] = [
  {
    ruleCode: "dm.conditions.no_audited_accounts",
    message: "Do not ask for audited accounts, except of those who must have an audit by law",
    asks: (said) =>
      /\baudit/.test(said) && /\b(accounts?|statements?|figures)\b/.test(said) && !spared(said) && !byLaw(said),
  },
  {
    ruleCode: "dm.conditions.no_insurance_before_award",
    message: "Do not ask for insurance before an award. Ask for a promise to have it when an agreement starts",
    asks: (said) =>
      /\b(insur|indemnity|public liability)/.test(said) && !spared(said) && !(promises(said) && afterAward(said)),
  },
  {
    ruleCode: "dm.conditions.no_prior_award",
    message: "Do not ask for an earlier contract with an authority. Ask what the team has done, for anybody",
    asks: (said) =>
      /\b(contract|grant|call-off|framework|commission|award)(s|ed)?\b/.test(said) &&
      before(said) &&
      fromBody(said) &&
      !spared(said),
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
const before = (said: string) =>
  /\b(previous|earlier|past|prior|former|existing|already|before|track record|have (had|held|been|delivered|worked)|in the last)\b/.test(
    said,
  );
const fromBody = (said: string) =>
  /\b(with|from|by|for|under) (us|our|an?|the|any|this|that|one)?\s*([\w'-]+ ){0,3}(hmpps|moj|ministry|probation|prison|pcc|police|council|authority|authorities|commissioner|department|home office|nhs|government|public (body|bodies|sector))\b/.test(
    said,
  ) ||
  /\b(hmpps|moj|ministry of justice|probation service|home office|pcc) (contract|grant|call-off|framework)/.test(said);

const sentences = (text: string) =>
  text
    .toLowerCase()
    .replace(/[’]/g, "'")
    .split(/(?<=[.?!;])\s+|\n+/)
    .filter(Boolean);

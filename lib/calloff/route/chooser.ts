import { listed } from "@/lib/core/values/format";
import { sum } from "@/lib/core/values/money";
import { type ChooserQuestion, type Ground, grounds, type RouteChoice, type Standing, type Way, ways } from "./choices";
import { chooserRules, sentences as say } from "./chooser-words";
import { effortOf, noticesOf, timetableOf } from "./effort";
import type { Because } from "./rules";

/**
 * Every way to meet a need, lawful or not, each with the rules that made it so. An amount equal to a threshold reaches it.
 * Other purchases of the same need by the same authority count with it unless there is a good reason (Schedule 3): what is
 * lawful only by itself needs that reason. A bond goes by the rules for contracts. Not legal advice.
 */
export const routesFor = (question: ChooserQuestion): RouteChoice[] => ways.map((way) => choiceOf(way, question));

type Judged = {
  standing: Standing;
  because: Because[];
  reasonFor?: RouteChoice["reasonFor"];
  grounds?: Ground[];
};

function choiceOf(way: Way, question: ChooserQuestion): RouteChoice {
  const isGrantWay = way === "grantRound" || way === "directGrant";
  const isGrant = question.instrument === "grant";
  const judged =
    isGrantWay !== isGrant
      ? unlawful(named(question)("grant.notProcurement", isGrant ? say.isGrant() : say.notGrant()))
      : question.estimatePence === 0n
        ? unlawful(named(question)("threshold.value", say.noValue()))
        : judges[way](question);
  const bond = question.instrument === "bond" && !isGrantWay ? [named(question)("bond.contract", say.bond())] : [];
  return {
    way,
    standing: judged.standing,
    because: [...judged.because, ...bond],
    timetable: timetableOf(way, question),
    notices: noticesOf(way, question),
    effortHours: effortOf(way, question.lots),
    after: isGrant ? afterGrant(question) : afterContract(way, question),
    grounds: judged.standing === "unlawful" ? [] : (judged.grounds ?? []),
    reasonFor: judged.standing === "unlawful" ? null : (judged.reasonFor ?? null),
  };
}

const unlawful = (...because: Because[]): Judged => ({ standing: "unlawful", because });

const judges: Record<Way, (question: ChooserQuestion) => Judged> = {
  rateCard: (question) => {
    const rule = named(question);
    if (question.instrument === "bond") return unlawful(rule("bond.contract", say.bondCard()));
    if (question.law.above) return unlawful(reached(question));
    const cap = capOf(question);
    if (!cap.fits) return unlawful(cap.because, reached(question));
    return alone(question, [rule("below.notice", say.rateCard()), cap.because]);
  },
  quotes: (question) => {
    const rule = named(question);
    if (question.law.above) return unlawful(reached(question));
    return alone(question, [
      rule("below.notice", say.quotesFree()),
      rule("below.sme", say.small()),
      rule("coi.assessment", say.conflicts()),
    ]);
  },
  belowThreshold: (question) => {
    const rule = named(question);
    if (question.law.above) return unlawful(reached(question));
    return alone(question, [
      rule("below.no_suitability", say.noSuitability()),
      rule("own.periods", say.periodOwn()),
      rule("below.sme", say.small()),
      rule("coi.assessment", say.conflicts()),
    ]);
  },
  marketCompetition: (question) => {
    const { law, market } = question;
    const rule = named(question);
    if (!(law.above || splitAcross(question)))
      return unlawful(rule("below.no_suitability", say.gate()), reached(question));
    if (!market) return unlawful(rule("own.aboveOnly", say.noMarket()), reached(question));
    if (market.missing.length > 0)
      return unlawful(rule("calloff.tender_notice", say.missing(listed([...market.missing]))), reached(question));
    return {
      standing: "lawful",
      because: [
        reached(question),
        rule("calloff.tender_notice", say.market(market.title)),
        rule("dm.disregard_nonmember", say.members()),
        rule("calloff.min_period", law.lightTouch ? say.periodNone() : say.periodTen()),
        rule("coi.assessment", say.conflicts()),
      ],
    };
  },
  directAward: (question) => {
    const rule = named(question);
    const { law, failedBefore } = question;
    const cap = capOf(question);
    const small = !law.above && cap.fits;
    const because = law.above
      ? [rule("direct.justification", say.justification()), reached(question)]
      : [reached(question), cap.because, ...(small ? [] : [rule("own.allowance", say.justificationOver())])];
    return {
      standing: "withReason",
      because: [
        ...because,
        ...split(question),
        rule(
          law.above ? "direct.transparency" : "own.transparency",
          law.above ? say.transparency() : say.transparencyOwn(),
        ),
        rule("own.transparency", say.justified()),
        rule("coi.assessment", say.conflicts()),
      ],
      reasonFor: "oneSupplier",
      grounds: grounds.filter(
        (ground) => (ground !== "smallValue" || small) && (ground !== "noSuitableTender" || failedBefore),
      ),
    };
  },
  grantRound: (question) => {
    const rule = named(question);
    return {
      standing: "lawful",
      because: [rule("grant.notProcurement", say.grant()), rule("own.publicBenefit", say.round())],
    };
  },
  directGrant: (question) => {
    const rule = named(question);
    const { left, fits } = capOf(question);
    if (!fits) return unlawful(rule("own.allowance", say.grantOver(left)));
    return {
      standing: "withReason",
      because: [
        rule("grant.notProcurement", say.grant()),
        rule("own.publicBenefit", say.benefit()),
        rule("own.allowance", say.withinCap(left)),
      ],
      reasonFor: "publicBenefit",
    };
  },
};

/** What is below the threshold by itself: allowed, or allowed with a reason when the same need together is not. */
function alone(question: ChooserQuestion, more: Because[]): Judged {
  const pointedOut = split(question);
  return {
    standing: pointedOut.length > 0 ? "withReason" : "lawful",
    because: [...pointedOut, reached(question), ...more],
    ...(pointedOut.length > 0 ? { reasonFor: "split" as const } : {}),
  };
}

/** All of the same need together, in pence with VAT. */
export const togetherPence = ({ estimatePence, same }: Pick<ChooserQuestion, "estimatePence" | "same">): bigint =>
  estimatePence + sum(same.map(({ pence }) => pence));

/** Whether the need is under the threshold only because it is bought in pieces. */
export const splitAcross = (question: ChooserQuestion): boolean =>
  question.law.procurement &&
  !question.law.above &&
  question.law.thresholdPence !== null &&
  togetherPence(question) >= question.law.thresholdPence;

function split(question: ChooserQuestion): Because[] {
  const { law, same } = question;
  if (!splitAcross(question) || law.thresholdPence === null) return [];
  return [named(question)("split.value", say.together(same.length, togetherPence(question), law.thresholdPence))];
}

function reached(question: ChooserQuestion): Because {
  const { law, estimatePence } = question;
  const sentence =
    law.thresholdPence === null
      ? say.unknown()
      : (law.above ? say.above : say.below)(estimatePence, law.thresholdPence);
  return named(question)("threshold.value", sentence);
}

function capOf(question: ChooserQuestion): { fits: boolean; left: bigint; because: Because } {
  const { capPence, usedPence } = question.allowance;
  const left = capPence > usedPence ? capPence - usedPence : 0n;
  const fits = question.estimatePence <= left;
  return { fits, left, because: named(question)("own.allowance", fits ? say.withinCap(left) : say.overCap(left)) };
}

function afterContract(way: Way, question: ChooserQuestion): Because[] {
  const { law, estimatePence, noticeFromPence, publishOverPence } = question;
  const rule = named(question);
  const details = law.above
    ? [rule("contract.details", say.detailsAbove(law.lightTouch ? 120 : 30))]
    : noticeFromPence !== null && estimatePence >= noticeFromPence
      ? [rule("below.notice", say.details(noticeFromPence))]
      : [rule("below.notice", say.noDetails())];
  const competed = way === "marketCompetition" || way === "belowThreshold" || way === "quotes";
  return [
    ...(competed ? [rule("calloff.assessment_summary", say.summaries())] : []),
    ...(way === "marketCompetition" || way === "directAward" ? [rule("calloff.standstill", say.standstill())] : []),
    ...details,
    ...(publishOverPence !== null && law.above && estimatePence > publishOverPence
      ? [rule("contract.publish", say.publishWhole(publishOverPence))]
      : []),
    rule("pay.30days", say.paying()),
  ];
}

const afterGrant = (question: ChooserQuestion): Because[] => [
  named(question)("own.publicBenefit", say.reported()),
  named(question)("grant.subsidy", say.subsidy()),
];

const named =
  ({ rules }: ChooserQuestion) =>
  (ruleCode: string, sentence: string): Because => ({
    ruleCode,
    source: rules.find(ruleCode)?.source ?? chooserRules[ruleCode] ?? ruleCode,
    sentence,
  });

import type { Instrument } from "@/lib/core/prisma/enums";
import type { Day } from "@/lib/reference/calendar";
import { notifiableKind, type Threshold, type ThresholdKind, thresholdOn } from "@/lib/reference/thresholds";
import { ownRules, type Route, routeSentences as say } from "./words";

/** A rule that decided something, where it is written, and what it means here. */
export type Because = { ruleCode: string; source: string; sentence: string };

export type RouteQuestion = {
  instrument: Instrument;
  /** The whole price, with VAT. */
  totalPence: bigint;
  /** What this authority has of the same service in the same year already, with VAT. */
  earlierPence: bigint;
  authority: { isCentral: boolean };
  /** Whether the service's code is one of the light touch codes. */
  lightTouch: boolean;
  /** The day of the decision: amounts of the law are those of this day. */
  on: Day;
  year: string;
  thresholds: readonly Threshold[];
  /** The rules of the law as the reference list has them: only where each is written is read here. */
  rules: { find: (code: string) => { source: string } | undefined };
  /** What the authority lets itself buy without a competition in the year; `usedPence` is without this purchase. */
  allowance: { capPence: bigint; usedPence: bigint };
  /** Why the money is given. A grant must say. */
  reason: string;
};

export type RouteAnswer = {
  allowed: boolean;
  /** The route asked for: it is the one to take when `allowed`. */
  route: Route;
  because: Because[];
  /** The route that is needed, and why, when this one is not allowed. */
  otherwise: { route: Route; because: Because[] } | null;
  /** What must be done, or published, afterwards. */
  after: Because[];
};

/**
 * Whether one supplier may be invited at its rate card's price, or given a grant, and by which rules. When it may not,
 * says which route is needed. An amount equal to a threshold counts as above it, as the law says ("not less than").
 */
export const routeFor = (asked: RouteQuestion): RouteAnswer =>
  asked.instrument === "grant" ? grant(asked) : contract(asked);

function contract(asked: RouteQuestion): RouteAnswer {
  const rule = named(asked);
  const { totalPence, earlierPence, on, thresholds, year } = asked;
  const together = totalPence + earlierPence;
  const counted = earlierPence > 0n ? [rule("calloff.together", say.together(earlierPence, together, year))] : [];
  const limit = thresholdOn(thresholds, thresholdKind(asked), on);
  const after = duties(asked);

  if (!limit || together >= limit.pence) {
    const why = limit ? say.reaches(together, limit.pence) : say.unknown();
    return {
      allowed: false,
      route: "spot",
      because: [...counted, rule("below.no_suitability", why)],
      otherwise: {
        route: "marketCompetition",
        because: [
          rule("dm.disregard_nonmember", say.members()),
          rule("calloff.tender_notice", say.notice()),
          rule("calloff.assessment_summary", say.summaries()),
        ],
      },
      after,
    };
  }

  const cap = capOf(asked);
  const because = [
    ...counted,
    rule("below.no_suitability", say.below(together, limit.pence)),
    rule("below.notice", say.invited()),
    cap.because,
    rule("coi.assessment", say.conflicts()),
  ];
  const otherwise = {
    route: "quotes" as const,
    because: [rule("below.notice", say.quotes()), rule("below.sme", say.small())],
  };
  return { allowed: cap.fits, route: "spot", because, otherwise: cap.fits ? null : otherwise, after };
}

function grant(asked: RouteQuestion): RouteAnswer {
  const rule = named(asked);
  const cap = capOf(asked);
  const reasoned = asked.reason.trim() !== "";
  const because = [
    rule("grant.notProcurement", say.grant()),
    rule("own.publicBenefit", reasoned ? say.benefit() : say.noBenefit()),
    cap.because,
    rule("coi.assessment", say.conflicts()),
  ];
  return {
    allowed: cap.fits && reasoned,
    route: "directGrant",
    because,
    otherwise: cap.fits ? null : { route: "grantRound", because: [rule("own.allowance", say.round())] },
    after: [rule("grant.subsidy", say.subsidy())],
  };
}

function capOf(asked: RouteQuestion): { fits: boolean; because: Because } {
  const { capPence, usedPence } = asked.allowance;
  const used = usedPence + asked.totalPence;
  const fits = used <= capPence;
  const left = capPence > usedPence ? capPence - usedPence : 0n;
  const sentence = fits ? say.withinCap(used, capPence, asked.year) : say.overCap(left, capPence, asked.year);
  return { fits, because: named(asked)("own.allowance", sentence) };
}

/** A details notice follows a small contract too, from an amount that differs for central government (s87(3) and (4)). */
function duties(asked: RouteQuestion): Because[] {
  const rule = named(asked);
  const kind = notifiableKind(asked.authority.isCentral);
  const amount = thresholdOn(asked.thresholds, kind, asked.on);
  const notice = amount && (asked.totalPence >= amount.pence ? say.detailsNotice : say.noNotice)(amount.pence);
  return [...(notice ? [rule("below.notice", notice)] : []), rule("pay.30days", say.paying())];
}

function thresholdKind({ lightTouch, authority }: RouteQuestion): ThresholdKind {
  if (lightTouch) return "lightTouch";
  return authority.isCentral ? "servicesCentralGovernment" : "servicesSubCentral";
}

const own: Readonly<Record<string, string>> = ownRules;
const named =
  ({ rules }: RouteQuestion) =>
  (ruleCode: string, sentence: string): Because => ({
    ruleCode,
    source: rules.find(ruleCode)?.source ?? own[ruleCode] ?? ruleCode,
    sentence,
  });

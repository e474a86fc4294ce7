import type { Day } from "./calendar";

export const thresholdKinds = [
  "servicesCentralGovernment",
  "servicesSubCentral",
  "lightTouch",
  "lightTouchConcession",
  "notifiableBelowThresholdCentral",
  "notifiableBelowThresholdSubCentral",
  "kpiDutyOver",
  "publishContractOver",
  "publishPaymentOver",
  "pipelineNoticeSpendOver",
  "pipelineNoticeContractOver",
] as const;

export type ThresholdKind = (typeof thresholdKinds)[number];

/** An amount of the law, with VAT, for the days that it holds. */
export type Threshold = {
  kind: ThresholdKind;
  name: string;
  pence: bigint;
  source: string;
  /** False where only a secondary table was read. */
  readInLaw: boolean;
  note: string | null;
  validFrom: Day;
  validTo: Day | null;
};

/** The kind of threshold from which a contract below the great one is still published (Procurement Act 2023 s87). */
export const notifiableKind = (isCentral: boolean): ThresholdKind =>
  isCentral ? "notifiableBelowThresholdCentral" : "notifiableBelowThresholdSubCentral";

/** The threshold of a kind that holds on a day: for a procurement, the day it began. Undefined before the first one known. */
export const thresholdOn = (thresholds: readonly Threshold[], kind: ThresholdKind, day: Day): Threshold | undefined =>
  thresholds.find(
    (item) => item.kind === kind && item.validFrom <= day && (item.validTo === null || day <= item.validTo),
  );

/**
 * Whether an amount with VAT brings in what the threshold brings in. An estimate equal to a threshold reaches it ("not
 * less than"); a duty "over" an amount needs more. Undefined where no amount is known for that day.
 */
export function reachesThreshold(
  thresholds: readonly Threshold[],
  kind: ThresholdKind,
  { pence, day }: { pence: bigint; day: Day },
): boolean | undefined {
  const found = thresholdOn(thresholds, kind, day);
  return found && (kind.endsWith("Over") ? pence > found.pence : pence >= found.pence);
}

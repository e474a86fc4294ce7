import { disregardWords } from "./words";

type Asked = {
  lots: readonly { id: string; number: number; categoryCode: string }[];
  conditions: readonly { id: string; title: string }[];
  /** Who is a member, and who has applied, for which categories; null where anybody may tender. */
  standing: {
    members: readonly { organisationId: string; categoryCode: string }[];
    applied: readonly { organisationId: string; categoryCode: string; reference: string }[];
  } | null;
};

type Read = {
  id: string;
  reference: string;
  organisationId: string;
  quality: { lotIds: readonly string[]; conditions: readonly { conditionId: string; met: boolean }[] };
};

/** What stands against one tender before it is scored. */
export type TenderDoubts = {
  id: string;
  reference: string;
  organisationId: string;
  /** Applications that must be decided first, by reference. */
  undecided: string[];
  /** Lots that it is not considered for, with the reason. */
  shut: { lotId: string; number: number; reason: string }[];
  /** The reason when none of its lots is left; otherwise null. */
  whole: string | null;
  /** Conditions not met, or not answered, in words. Somebody decides. */
  unmet: string[];
};

/**
 * What stands against one tender. In a market an organisation is an active member of the part that each of its lots
 * stands in; while its application for that part is undecided, nothing is held against it yet (s34(4)).
 */
export function doubtsAbout({ quality, ...tender }: Read, { lots, conditions, standing }: Asked): TenderDoubts {
  const asked = lots.filter(({ id }) => quality.lotIds.includes(id));
  const own = <T extends { organisationId: string; categoryCode: string }>(rows: readonly T[], code: string) =>
    rows.filter(
      ({ organisationId, categoryCode }) => organisationId === tender.organisationId && categoryCode === code,
    );
  const outside = standing ? asked.filter(({ categoryCode }) => own(standing.members, categoryCode).length === 0) : [];
  const shut = outside.filter(({ categoryCode }) => own(standing?.applied ?? [], categoryCode).length === 0);
  const { id, reference, organisationId } = tender;
  return {
    ...{ id, reference, organisationId },
    undecided: [
      ...new Set(
        outside.flatMap(({ categoryCode }) => own(standing?.applied ?? [], categoryCode).map((row) => row.reference)),
      ),
    ],
    shut: shut.map(({ id: lotId, number }) => ({ lotId, number, reason: disregardWords.lotNotMember(number) })),
    whole: shut.length === asked.length && asked.length > 0 ? disregardWords.notMember : null,
    unmet: conditions.flatMap(({ id: conditionId, title }) => {
      const said = quality.conditions.find((answer) => answer.conditionId === conditionId);
      return said?.met ? [] : [said ? disregardWords.condition(title) : disregardWords.noWord(title)];
    }),
  };
}

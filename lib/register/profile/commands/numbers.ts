import "server-only";
import type { Tx } from "@/lib/core/db";
import { Refused, refuseField } from "@/lib/core/door/result";
import { isSameName } from "@/lib/register/listing/rules";
import { type CheckedNumber, readNumbers } from "../rules";
import { alreadyHere, otherName } from "../words";

/** Reads the numbers that a kind of organisation has. Refuses, at its field, one that is misread and one that another organisation has. */
export async function numbersOf(
  tx: Tx,
  { id, schemes }: { id: string; schemes: readonly string[] },
  typed: Readonly<Record<string, string>>,
): Promise<CheckedNumber[]> {
  const { numbers, faults } = readNumbers(schemes, typed);
  if (faults.length > 0) {
    const fields = Object.fromEntries(faults.map(({ scheme, message }) => [`numbers.${scheme}`, [message]]));
    throw new Refused({ kind: "invalid", message: "There is a problem", fields });
  }
  for (const { scheme, value } of numbers) {
    const taken = await tx.identifier.findUnique({
      where: { scheme_value: { scheme, value } },
      select: { organisation: { select: { id: true, name: true } } },
    });
    if (taken && taken.organisation.id !== id) refuseField(`numbers.${scheme}`, alreadyHere(taken.organisation.name));
  }
  return numbers;
}

type Named = { name: string; numbers: readonly CheckedNumber[]; nameNote: string | null };

/** The reason why a name is not the public register's, or null where they are the same. Refuses another name without a reason. */
export async function noteOf(tx: Tx, { name, numbers, nameNote }: Named): Promise<string | null> {
  if (numbers.length === 0) return null;
  const listed = await tx.listedOrganisation.findMany({
    where: { OR: numbers.map(({ scheme, value }) => ({ scheme, value })) },
    select: { name: true },
    orderBy: { scheme: "asc" },
  });
  const other = listed.find((row) => !isSameName(row.name, name));
  return other ? (nameNote ?? refuseField("nameNote", otherName(other.name))) : null;
}

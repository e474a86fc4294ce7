import { exportBudgets } from "@/lib/calloff/budget/queries";
import { leftOf } from "@/lib/calloff/budget/rules";
import { csv, csvResponse } from "@/lib/core/values/csv";
import { toPounds } from "@/lib/core/values/money";
import { requireBuyer } from "../../purchases/reader";

/** Budgets as a file, to the same readers. */
export async function GET() {
  const rows = await exportBudgets(await requireBuyer());
  const text = csv(
    [
      { header: "Budget", value: ({ title }) => title },
      { header: "Organisation", value: ({ organisation }) => organisation.name },
      { header: "Year", value: ({ year }) => year },
      { header: "Amount", value: ({ amountPence }) => toPounds(amountPence) },
      { header: "Committed", value: ({ committedPence }) => toPounds(committedPence) },
      { header: "Left", value: (row) => toPounds(leftOf(row)) },
    ],
    rows,
  );
  return csvResponse("budgets.csv", text);
}

import { z } from "zod";
import { pence } from "@/lib/core/values/money";
import { line, optional, reader } from "@/lib/core/values/text";

const YEAR = /^(20\d\d)-(\d\d)$/;

/** A financial year, "2026-27": from April to March. */
export const financialYearInput = reader((raw, fail) => {
  const typed = typeof raw === "string" ? raw.trim() : "";
  const [, from, to] = YEAR.exec(typed) ?? fail("Choose a financial year, like 2026-27");
  return (Number(from) + 1) % 100 === Number(to) ? typed : fail("Choose a financial year, like 2026-27");
});

export const BudgetInput = z.object({
  title: line({ max: 120, label: "a name" }),
  year: financialYearInput,
  amount: pence({ min: 1n, label: "the amount" }),
});

/** The budget that is picked for each financial year, by year; a year may be left open. */
export const pickedBudgets = z.record(z.string().regex(YEAR), optional(z.uuid({ error: "Choose a budget" })));
export type Picked = z.output<typeof pickedBudgets>;

export const AmountInput = z.object({ id: z.uuid(), amount: pence({ label: "the amount" }) });

export const AllowanceInput = z.object({ year: financialYearInput, cap: pence({ label: "the limit" }) });

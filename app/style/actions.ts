"use server";

import { changedRows, type FormState, values } from "@/lib/core/values/form";

/** Refuses everything, so that a form can be seen as it comes back. */
export async function refuseAll(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const edited = changedRows(typed, "lines");
  if (edited) return edited;
  return {
    values: typed,
    refusal: {
      kind: "invalid",
      message: "There is a problem",
      fields: {
        title: ["Enter a name of 80 characters or fewer"],
        budget: ["Enter an amount in pounds, like 1,250 or 1250.50"],
        region: ["Choose a region"],
        form: ["Choose a contract or a grant"],
        cohorts: ["Choose at least one group"],
        startsOn: ["Enter a real date, like 3 6 2027"],
        reason: ["Say why, in 200 words or fewer"],
        agree: ["Tick the box to go on"],
        "lines.0.price": ["Enter a price for line 1"],
      },
    },
  };
}

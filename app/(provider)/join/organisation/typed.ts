import type { Refusal } from "@/lib/core/door/result";
import type { FormState, Typed } from "@/lib/core/values/form";

const NUMBER = "numbers.";

/** The register numbers of a form, by their scheme. */
export const numbersIn = (typed: Typed): Record<string, string> =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([name, number]) =>
      name.startsWith(NUMBER) ? [[name.slice(NUMBER.length), [number].flat()[0] ?? ""]] : [],
    ),
  );

/** What a form about an organisation comes back with. That its name is not the public register's is a question and no mistake. */
export function cameBack(refusal: Refusal, typed: Typed): FormState {
  const fields = refusal.kind === "invalid" ? refusal.fields : {};
  const [nameAsked] = fields.nameNote ?? [];
  const asksOnly = nameAsked !== undefined && !typed.nameNote && Object.keys(fields).length === 1;
  return asksOnly ? { values: { ...typed, nameAsked } } : { refusal, values: typed };
}

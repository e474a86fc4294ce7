import type { Typed } from "@/lib/core/form";

const NUMBER = "numbers.";

/** The register numbers of a form, by their scheme. */
export const numbersIn = (typed: Typed): Record<string, string> =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([name, number]) =>
      name.startsWith(NUMBER) ? [[name.slice(NUMBER.length), [number].flat()[0] ?? ""]] : [],
    ),
  );

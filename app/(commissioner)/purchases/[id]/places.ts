import { reference } from "@/lib/reference/queries";

/** The places that a service reaches, for a `<select>`: what it says, what holds that, and what is inside. */
export async function placesOf(reached: readonly string[]) {
  const { places } = await reference();
  const near = new Set(reached.flatMap((code) => places.around(code)));
  return places
    .options()
    .flatMap(({ label, options }) =>
      options.filter(({ value }) => near.has(value)).map((option) => ({ ...option, group: label })),
    );
}

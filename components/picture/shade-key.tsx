import { ranges } from "./shades";

/** What the shades of a picture stand for. */
export function ShadeKey({ unit, steps }: { unit: string; steps: number[] }) {
  return (
    <figcaption className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1 text-small text-muted">
      <span>Number of {unit}:</span>
      {ranges(steps).map((range, at) => (
        <span key={range} className="flex items-center gap-2">
          <span className="heat-key" data-heat={at} aria-hidden="true" />
          {range}
        </span>
      ))}
    </figcaption>
  );
}

import { Moment } from "@/components/ui/value";
import type { Signature } from "./signatures";

/** A place for each signature, as on paper: who signed here and when, or a line to sign on. */
export function SignatureBlock({ signatures }: { signatures: readonly Signature[] }) {
  return (
    <ul className="grid gap-8 sm:grid-cols-2">
      {signatures.map(({ key, organisation, as, person, at }) => (
        <li key={key} className="break-inside-avoid border-t-2 border-line pt-3">
          <p className="font-bold">{organisation}</p>
          <p className="text-muted">{as}</p>
          {at ? (
            <p className="mt-2">
              {person ?? "A person of that organisation"}, here, <Moment at={at} />
            </p>
          ) : (
            <dl className="mt-2 grid gap-6">
              {["Name", "Signature", "Date"].map((label) => (
                <div key={label} className="border-b border-line pb-1">
                  <dt>{label}:</dt>
                  <dd className="h-6" />
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ul>
  );
}

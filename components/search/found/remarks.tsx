import { Inline } from "@/components/ui/list";
import { Notice } from "@/components/ui/message";
import type { Places } from "@/lib/reference/places";
import { hrefOf } from "@/lib/search/address";
import type { Criteria, Remark } from "@/lib/search/schema";

/** What of the question could not be used, and the places that may have been meant. */
export function Remarks({ remarks, criteria, places }: { remarks: Remark[]; criteria: Criteria; places: Places }) {
  if (remarks.length === 0) return null;
  return (
    <Notice tone="wait" title="About your search">
      {remarks.map(({ about, text, could }) => (
        <div key={about + text}>
          <p>{text}</p>
          {could.length > 0 && (
            <Inline
              items={could.map((code) => (
                <a key={code} className="text-act underline" href={hrefOf("/find", { ...criteria, place: code })}>
                  {places.label(code)}
                </a>
              ))}
            />
          )}
        </div>
      ))}
    </Notice>
  );
}

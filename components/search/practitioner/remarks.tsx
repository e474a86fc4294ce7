import { TextLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { Notice } from "@/components/ui/message";
import type { Places } from "@/lib/reference/places";
import { finderHref } from "@/lib/search/finder/schema";
import type { Criteria, Remark } from "@/lib/search/schema";

type Props = { remarks: Remark[]; answers: Criteria; places: Places; next: string };

/** What of the answers could not be used, and the places that may have been meant: each leads on. */
export function FinderRemarks({ remarks, answers, places, next }: Props) {
  if (remarks.length === 0) return null;
  return (
    <Notice tone="wait" title="About what you typed">
      {remarks.map(({ about, text, could }) => (
        <div key={about + text}>
          <p>{text}</p>
          {could.length > 0 && (
            <Bullets
              items={could.map((code) => (
                <TextLink key={code} href={finderHref(next, { ...answers, place: code })}>
                  {places.label(code)}
                </TextLink>
              ))}
            />
          )}
        </div>
      ))}
    </Notice>
  );
}

import type { ReactNode } from "react";
import { Details } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import type { RouteChoice, Standing } from "@/lib/calloff/route/choices";
import { standingWords, wayWords } from "@/lib/calloff/route/chooser-words";
import { daysOf } from "@/lib/calloff/route/effort";
import { count, listed } from "@/lib/core/values/format";
import { Rules } from "../route-view";

const edges: Record<Standing, string> = { lawful: "border-act", withReason: "border-wait", unlawful: "border-line" };

type Props = {
  choice: RouteChoice;
  /** The name of a notice by its code. */
  noticeName: (code: string) => string;
  chosen: boolean;
  /** The form or link that chooses it. */
  act?: ReactNode;
};

/** One way to meet the need: whether it is allowed and why, what it takes, and what it asks of a small charity. */
export function RouteCard({ choice, noticeName, chosen, act }: Props) {
  const { way, standing, because, after, timetable, notices, effortHours } = choice;
  const [first, ...more] = because;
  const open = standing !== "unlawful";
  return (
    <article
      aria-labelledby={`way-${way}`}
      className={`border-l-4 py-2 pl-5 sm:pl-7 ${edges[standing]} ${chosen ? "bg-act-wash" : ""}`}
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h3 id={`way-${way}`} className={`text-large font-bold ${open ? "" : "text-muted"}`}>
          {wayWords[way].label}
        </h3>
        {chosen && <Tag tone="good">Chosen</Tag>}
        {!(chosen && standing === "lawful") && (
          <Tag tone={standingWords[standing].tone}>{standingWords[standing].label}</Tag>
        )}
      </div>
      <p className="mt-1 max-w-measure text-muted">{wayWords[way].meaning}</p>
      {first && (
        <p className="mt-4 max-w-measure">
          <strong>{open ? "Why you may." : "Why not."}</strong> {first.sentence}
          <span className="block text-small text-muted">{first.source}</span>
        </p>
      )}
      {open && (
        <dl className="mt-5 grid max-w-3xl gap-x-8 gap-y-4 sm:grid-cols-3">
          <Figure label="From start to signing" value={`About ${count(daysOf(timetable), "day")}`} />
          <Figure label="For a small charity" value={`About ${count(effortHours, "hour")}`} note="Our own estimate" />
          <Figure
            label="Notices"
            value={capital(listed(notices.map(({ code }) => noticeName(code).toLowerCase()))) || "None"}
            note={notices.length > 0 ? `${listed(notices.map(({ code }) => code))}, written for you` : undefined}
          />
        </dl>
      )}
      {act && <div className="no-print mt-6">{act}</div>}
      {(more.length > 0 || open) && (
        <div className="mt-4">
          <Details summary={open ? "All rules, times and notices" : "More about why not"}>
            {more.length > 0 && <Rules rules={more} label="Why" />}
            {open && (
              <>
                <h4 className="font-bold">How long each part takes</h4>
                <ul className="grid gap-1">
                  {timetable.map(({ label, days, byLaw }) => (
                    <li key={label}>
                      {label}: {count(days, "day")}{" "}
                      <span className="text-small text-muted">{byLaw ? "set by law" : "our recommendation"}</span>
                    </li>
                  ))}
                </ul>
                {notices.length > 0 && <h4 className="font-bold">Notices</h4>}
                <ul className="grid gap-1">
                  {notices.map(({ code, why }) => (
                    <li key={code}>
                      {code}, {noticeName(code).toLowerCase()}: {why}.
                    </li>
                  ))}
                </ul>
                <h4 className="font-bold">What follows</h4>
                <Rules rules={after} label="What follows" />
              </>
            )}
          </Details>
        </div>
      )}
    </article>
  );
}

function Figure({ label, value, note }: { label: string; value: string; note?: string | undefined }) {
  return (
    <div className="border-t border-line pt-2">
      <dt className="text-small text-muted">{label}</dt>
      <dd className="font-bold">{value}</dd>
      {note && <dd className="text-small text-muted">{note}</dd>}
    </div>
  );
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

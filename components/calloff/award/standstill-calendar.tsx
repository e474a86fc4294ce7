import type { Square } from "@/lib/calloff/decide/standstill/rules";
import { dayAndMonth } from "@/lib/core/values/format";
import { asDate } from "@/lib/core/values/moment";

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const marks = { notice: "Award notice", last: "Last day", conclude: "May be concluded" };

/** The weeks of a standstill: its working days counted, bank holidays named, and the first day on which it may be concluded. */
export function StandstillCalendar({ squares }: { squares: readonly Square[] }) {
  const weeks = Array.from({ length: Math.ceil(squares.length / 7) }, (_, at) => squares.slice(at * 7, at * 7 + 7));
  return (
    <table className="table sm:table-fixed">
      <caption>The days of the standstill</caption>
      <thead>
        <tr>
          {weekdays.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.day}>
            {week.map((square, at) => (
              <td key={square.day} data-label={weekdays[at]}>
                <span className={`sm:block ${lookOf(square)}`}>
                  <time dateTime={square.day} className="whitespace-nowrap">
                    {dayAndMonth(asDate(square.day))}
                  </time>
                  {square.number !== null && <span className="block font-bold">Day {square.number}</span>}
                  {square.name && <span className="block">{square.name}</span>}
                  {square.mark && <span className="block font-semibold">{marks[square.mark]}</span>}
                </span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const box = "rounded px-2 py-1";
const lookOf = ({ number, mark, kind }: Square) =>
  number !== null
    ? `${box} bg-wait-wash`
    : mark === "conclude"
      ? `${box} bg-act-wash`
      : kind === "working"
        ? ""
        : "text-muted";

import { notFound } from "next/navigation";
import type { Member } from "@/lib/core/actor";
import { type HistoryFilter, mayAudit } from "@/lib/core/history/history";
import { requireMember } from "@/lib/identity/session";

/** An auditor of any organisation. To others the history of everything does not exist. */
export async function requireAuditor(): Promise<Member> {
  const actor = await requireMember();
  return mayAudit(actor) ? actor : notFound();
}

type Params = Record<string, string | string[] | undefined>;

/** What the address asks of the history; what cannot be read is left out. */
export function historyFilter(params: Params): HistoryFilter & { before: string } {
  const one = (name: string) =>
    String([params[name] ?? ""].flat()[0] ?? "")
      .trim()
      .slice(0, 80);
  const day = (name: string) => {
    const [year, month, date] = ["year", "month", "day"].map((part) => one(`${name}.${part}`));
    return one(name) || (year ? `${year}-${month?.padStart(2, "0")}-${date?.padStart(2, "0")}` : "");
  };
  const word = (name: string) => (/^[A-Za-z.]*$/.test(one(name)) ? one(name) : "");
  return {
    subject: word("subject"),
    event: word("event"),
    organisation: one("organisation"),
    from: day("from"),
    to: day("to"),
    before: one("before"),
  };
}

/** The filter as an address says it, without what is empty. */
export function historyQuery(filter: HistoryFilter, more: Record<string, string> = {}): string {
  const entries = Object.entries({ ...filter, before: "", ...more }).filter(([, value]) => value);
  const query = new URLSearchParams(entries.map(([name, value]) => [name, String(value)]));
  return query.size > 0 ? `?${query}` : "";
}

import type { Member } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { toPounds } from "@/lib/core/values/money";
import { reference } from "@/lib/reference/queries";
import { saveDelivery, saveEligibility } from "@/lib/register/service/commands/describe";
import { saveRates } from "@/lib/register/service/commands/rates";
import { approveService } from "@/lib/register/service/commands/review";
import { submitService } from "@/lib/register/service/commands/send";
import { confirmAllServices } from "@/lib/register/service/commands/stand";
import { editPublished } from "@/lib/register/service/commands/start";
import { saveCosts } from "@/lib/register/service/cost/commands";
import { findService } from "@/lib/register/service/queries";
import { listPriceLists } from "@/lib/register/service/rates/queries";
import { act, daysAgo, inDays } from "./play";
import type { Joined } from "./register/join";

/**
 * What members did with their services since they were admitted: they said that they are still right, one published its
 * prices of next year and worked out what it costs, one trains probation staff to run a course, and one sent a change.
 */
export async function keepServices(assessor: Member, members: readonly Joined[]) {
  await confirm(members);
  const named = (name: string) => members.find(({ charity }) => charity.name === name);
  const harbour = named("Harbour Steps Trust");
  if (harbour) await priceNextYear(harbour);
  const medway = named("Medway Lantern");
  if (medway) await handOver(assessor, medway);
  const aston = named("Aston Kinship");
  if (aston) await sendChange(aston);
}

/** Everybody but the one whose service is hidden for want of it; spread over the last weeks. */
async function confirm(members: readonly Joined[]) {
  const counts = await db.service.groupBy({ by: ["organisationId", "state"], orderBy: { organisationId: "asc" } });
  const has = (organisationId: string, state: string) =>
    counts.some((row) => row.organisationId === organisationId && row.state === state);
  for (const [at, { actor }] of members.entries())
    if (has(actor.organisationId, "published") && !has(actor.organisationId, "stale"))
      await act(confirmAllServices, actor, {}, daysAgo(3 + ((at * 5) % 60)));
}

async function priceNextYear({ actor, services }: Joined) {
  const [serviceId = ""] = services;
  const [list] = await listPriceLists(actor, serviceId);
  if (!list) return;
  const { places } = await reference();
  const lines = list.lines.map(({ pence, vatBp, volumeTo, id: _, number: __, ...line }) => ({
    ...line,
    price: toPounds((pence * 104n) / 100n),
    vatBp: String(vatBp),
    volumeTo: volumeTo === null ? "" : String(volumeTo),
  }));
  const uplifts = [{ place: places.label("pdu-west-kent"), percent: "5" }];
  await act(saveRates, actor, { serviceId, version: list.version, lines, uplifts, validFrom: inDays(40) }, daysAgo(2));
  const unit = list.lines[0]?.unit ?? "session";
  await act(
    saveCosts,
    actor,
    {
      ...{ serviceId, edit: 0, unit, ni: "12", pension: "5", hours: "1950", utilisation: "60", units: "140" },
      ...{ overheadKind: "percent", overheadPercent: "15", overheadAmount: "" },
      posts: [
        { role: "Mentor", fte: "2", salary: "28500" },
        { role: "Team leader", fte: "0.5", salary: "36000" },
      ],
      others: [
        { what: "Travel to prisons", cost: "4800" },
        { what: "Training and supervision", cost: "3200" },
      ],
    },
    daysAgo(2),
  );
}

/** A changed version in which probation staff do the work, checked and approved: so that two hands bring one outcome. */
async function handOver(assessor: Member, { actor, services }: Joined) {
  const serviceId = services[1] ?? services[0] ?? "";
  const edit = await rewrite(actor, serviceId, { deliveredBy: "practitioner" });
  await act(submitService, actor, { serviceId, edit }, daysAgo(7));
  await act(approveService, assessor, { serviceId }, daysAgo(6));
}

/** A change that waits for a steward, beside what was approved. */
async function sendChange({ actor, services }: Joined) {
  const [serviceId = ""] = services;
  const edit = await rewrite(actor, serviceId, { languages: ["en", "ur", "bn"], access: ["stepFree", "evenings"] });
  await act(
    saveEligibility,
    actor,
    { serviceId, edit, sex: "anyone", minAge: "18", maxAge: "", exclusions: "We cannot take children under five." },
    daysAgo(2),
  );
  await act(submitService, actor, { serviceId, edit: edit + 1 }, daysAgo(2));
}

async function rewrite(actor: Member, serviceId: string, change: Record<string, unknown>): Promise<number> {
  await act(editPublished, actor, { serviceId }, daysAgo(8));
  const draft = (await findService(actor, serviceId))?.draft;
  if (!draft) throw new Error("There is nothing to rewrite.");
  const { edit, settings, method, deliveredBy, languages, access } = draft;
  await act(
    saveDelivery,
    actor,
    { serviceId, edit, settings, method, deliveredBy, languages, otherLanguages: "", access, ...change },
    daysAgo(7),
  );
  return edit + 1;
}

import type { Member } from "@/lib/core/actor";
import { saveCapacity } from "@/lib/register/service/commands/capacity";
import { saveDelivery, saveDescription, saveEligibility, savePlaces } from "@/lib/register/service/commands/describe";
import { saveRates } from "@/lib/register/service/commands/rates";
import { startService } from "@/lib/register/service/commands/start";
import type { Charity } from "../charities";
import { act, dice } from "../play";
import type { Template } from "../services";
import type { Ground } from "./join";

/** A service, page by page, as its charity would type it. */
export async function describe(
  actor: Member,
  what: { charity: Charity; category: string; template: Template; at: number },
  ground: Ground,
  when: Date,
): Promise<string> {
  const { charity, category, template, at } = what;
  const chance = dice(at * 31 + template.title.length);
  const { id: serviceId } = await act(
    startService,
    actor,
    { partId: ground.parts.get(category), title: template.title },
    when,
  );
  const led = charity.ledByLivedExperience ? " Most of our staff have been through it themselves." : "";
  const outcomeCodes = ground.outcomes.get(category) ?? [];
  const { title, summary } = template;
  await act(
    saveDescription,
    actor,
    {
      serviceId,
      edit: 1,
      title,
      summary,
      description: template.description + led,
      outcomeCodes,
      needCodes: [],
      cohortCodes: [],
    },
    when,
  );
  const exclusions = template.method === "residential" ? "We cannot take people with a conviction for arson." : "";
  await act(
    saveEligibility,
    actor,
    {
      serviceId,
      edit: 2,
      sex: template.sex ?? "anyone",
      minAge: "18",
      maxAge: template.maxAge ? String(template.maxAge) : "",
      exclusions,
    },
    when,
  );
  await act(savePlaces, actor, { serviceId, edit: 3, placeCodes: [charity.home], list: "" }, when);
  const languages =
    charity.home.startsWith("police-") &&
    ["gwent", "north-wales", "south-wales", "dyfed-powys"].some((area) => charity.home.endsWith(area))
      ? ["en", "cy"]
      : ["en"];
  await act(
    saveDelivery,
    actor,
    {
      serviceId,
      edit: 4,
      settings: template.settings,
      method: template.method,
      deliveredBy: "provider",
      languages,
      otherLanguages: "",
      access: ["stepFree", "quietSpace"],
    },
    when,
  );
  const price = template.pounds * (chance.whole(88, 114) / 100);
  const line = {
    what: template.what,
    unit: template.unit,
    complexity: "any",
    vatBp: "0",
    volumeFrom: "1",
    volumeTo: "",
  };
  const lines =
    template.unit === "referral"
      ? [
          { ...line, price: price.toFixed(2), volumeTo: "49" },
          { ...line, price: (price * 0.94).toFixed(2), volumeFrom: "50" },
        ]
      : [{ ...line, price: price.toFixed(2) }];
  await act(saveRates, actor, { serviceId, version: 0, lines }, when);
  const places = chance.whole(6, 30);
  const openPlaces = chance.whole(0, Math.min(8, places));
  const waitDays = openPlaces === 0 ? chance.whole(10, 45) : chance.whole(0, 7);
  await act(saveCapacity, actor, { serviceId, version: 0, places, openPlaces, waitDays }, when);
  return serviceId;
}

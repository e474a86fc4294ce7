import "server-only";
import { command } from "@/lib/core/door/command";
import { type Refusal, Refused, refuseField } from "@/lib/core/door/result";
import { reference } from "@/lib/reference/queries";
import { foldPlaces, listFaults, readPlaceList } from "../place-list";
import { findListAreas } from "../places/queries";
import { mayEdit } from "../policy";
import { DeliveryInput, DescriptionInput, EligibilityInput, PlacesInput } from "../schema";
import { accessName, deliveredByWords, languageName, methodWords, settingWords, sexWords } from "../words";
import { type Editable, loadEditable, saveDraft } from "./draft";

type Coded = { code: string };

/** The codes that may be chosen today, in the order of the list; one that may not is refused at its field. */
function known(field: string, chosen: readonly string[], list: readonly Coded[]): string[] {
  const wanted = new Set(chosen);
  const kept = list.map(({ code }) => code).filter((code) => wanted.delete(code));
  return wanted.size > 0 ? refuseField(field, "Choose only from the options shown") : kept;
}

/** Saves what a service is: its name, its words, the needs it helps with and what people get from it. */
export const saveDescription = command({
  event: "service.saveDescription",
  input: DescriptionInput,
  load: loadEditable,
  allow: mayEdit,
  run: async (scene, row, { serviceId: _, edit, outcomeCodes, needCodes, cohortCodes, ...words }) => {
    const { categories, cohorts, outcomes, outcomesOf } = await reference();
    const category = categories.find(row.part.categoryCode);
    const own = category?.kind === "need" ? [category.code] : [];
    const group = category?.cohort ? [category.cohort] : [];
    const change = {
      ...words,
      outcomeCodes: known("outcomeCodes", outcomeCodes, outcomesOf(row.part.categoryCode)),
      needCodes: known(
        "needCodes",
        [...own, ...needCodes],
        categories.all.filter(({ kind }) => kind === "need"),
      ),
      cohortCodes: known("cohortCodes", [...group, ...cohortCodes], cohorts.all),
    };
    return saveDraft(scene, row, {
      edit,
      change,
      shown: (late) => ({
        "Name of the service": late.title,
        Summary: late.summary,
        Description: late.description,
        "What people get from it": late.outcomeCodes.map(outcomes.name).join(", "),
        "Needs it helps with": late.needCodes.map(categories.name).join(", "),
        "Made for": late.cohortCodes.map(cohorts.name).join(", "),
      }),
    });
  },
});

/** Saves who a service is for. Refuses to leave out the very people that its part of the register is for. */
export const saveEligibility = command({
  event: "service.saveEligibility",
  input: EligibilityInput,
  load: loadEditable,
  allow: mayEdit,
  run: async (scene, row, { sex, minAge, maxAge, exclusions, edit }) => {
    await refuseWrongSex(row, sex);
    return saveDraft(scene, row, {
      edit,
      change: { sex, minAge: minAge ?? 0, maxAge, exclusions },
      shown: (late) => ({
        "Who it is for": sexWords[late.sex],
        "Youngest age": late.minAge === 0 ? "" : String(late.minAge),
        "Oldest age": late.maxAge === null ? "" : String(late.maxAge),
        "Who you cannot work with": late.exclusions,
      }),
    });
  },
});

async function refuseWrongSex({ part }: Editable, sex: "anyone" | "women" | "men") {
  const { categories, cohorts } = await reference();
  const meant = cohorts.find(categories.find(part.categoryCode)?.cohort ?? "")?.sex;
  if (meant === "female" && sex === "men") refuseField("sex", "This part of the register is for services for women");
  if (meant === "male" && sex === "women") refuseField("sex", "This part of the register is for services for men");
}

/** Saves where a service runs: places that were ticked and places that were typed. A line that cannot be read is said, never dropped. */
export const savePlaces = command({
  event: "service.savePlaces",
  input: PlacesInput,
  load: loadEditable,
  allow: mayEdit,
  run: async (scene, row, { placeCodes, list, edit }) => {
    const { places } = await reference();
    const ticked = known("list", placeCodes, places.all);
    const areas = await findListAreas(scene.actor, list);
    const typed = readPlaceList(list, places, areas);
    const [fault, ...more] = listFaults(typed, places, areas);
    // One is said at the field. Several are said one below the other, under how many there are.
    if (fault && more.length === 0) refuseField("list", fault);
    if (fault) throw new Refused(unread([fault, ...more]));
    return saveDraft(scene, row, {
      edit,
      change: { placeCodes: foldPlaces([...ticked, ...typed.codes], places) },
      shown: (late) => ({ Places: late.placeCodes.map(places.label).join(", ") }),
    });
  },
});

const unread = (faults: string[]): Refusal => ({
  kind: "invalid",
  message: "There is a problem",
  fields: { list: [`${faults.length} places could not be read. Nothing was lost`, ...faults] },
});

/** Saves how a service runs: setting, method, who does the work, languages and access. */
export const saveDelivery = command({
  event: "service.saveDelivery",
  input: DeliveryInput,
  load: loadEditable,
  allow: mayEdit,
  run: (scene, row, { settings, method, deliveredBy, languages, otherLanguages, access, edit }) => {
    const written = (otherLanguages ?? "")
      .split(/[,;]/)
      .map((name) => name.trim())
      .filter(Boolean);
    return saveDraft(scene, row, {
      edit,
      change: { settings, method, deliveredBy, languages: [...new Set([...languages, ...written])], access },
      shown: (late) => ({
        Setting: late.settings.map((setting) => settingWords[setting].label).join(", "),
        Method: methodWords[late.method].label,
        "Who does the work": deliveredByWords[late.deliveredBy].label,
        Languages: late.languages.map(languageName).join(", "),
        Access: late.access.map(accessName).join(", "),
      }),
    });
  },
});

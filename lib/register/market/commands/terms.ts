import "server-only";
import { command } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import { day, pounds } from "@/lib/core/values/format";
import { asDate, asDay } from "@/lib/core/values/moment";
import { mayDesign } from "../policy";
import { BandsInput, TermsInput } from "../schema";
import { about, claim, loadDraft } from "./draft";

/** Saves what a register is, how long it runs, who may use it, and how conflicts of interest were assessed. Days are whole. */
export const saveTerms = command({
  event: "register.terms",
  input: TermsInput,
  load: loadDraft,
  allow: mayDesign,
  run: async (scene, { id }, { registerId: _, edit, opensOn, closesOn, ...words }) => {
    const { tx } = scene;
    const shown = async () => {
      const late = await tx.register.findUniqueOrThrow({
        where: { id },
        select: {
          title: true,
          description: true,
          usedBy: true,
          opensOn: true,
          closesOn: true,
          conflictsAssessment: true,
        },
      });
      return {
        Title: late.title,
        "What it is for": late.description,
        "Who may use it": late.usedBy,
        "First day": day(asDay(late.opensOn)),
        "Last day": day(asDay(late.closesOn)),
        "Conflicts assessment": late.conflictsAssessment,
      };
    };
    const next = await claim(scene, id, edit, { against: [about("terms")], shown });
    await tx.register.update({
      where: { id },
      data: { ...words, opensOn: asDate(opensOn), closesOn: asDate(closesOn) },
      select: { id: true },
    });
    return { value: { id }, id, detail: { edit: next, opensOn, closesOn } };
  },
});

/** Saves the value bands, from the lowest up, and the band from which a second assessor must agree. Values are pence with VAT. */
export const saveBands = command({
  event: "register.bands",
  input: BandsInput,
  load: loadDraft,
  allow: mayDesign,
  run: async (scene, { id }, { edit, bands, secondFromBand }) => {
    const { tx } = scene;
    const shown = async () => {
      const late = await tx.valueBand.findMany({ where: { registerId: id }, orderBy: { number: "asc" } });
      return Object.fromEntries(
        late.map(({ number, title, upToPence }) => [
          `Band ${number}`,
          `${title}, ${upToPence === null ? "no highest value" : `up to ${pounds(upToPence)}`}`,
        ]),
      );
    };
    const next = await claim(scene, id, edit, { against: [about("bands")], shown });
    const above = await tx.condition.findFirst({
      where: { registerId: id, bandFrom: { gt: bands.length } },
      select: { number: true, bandFrom: true },
      orderBy: { number: "asc" },
    });
    if (above)
      refuse("conflict", `Condition ${above.number} is asked from band ${above.bandFrom} on. Change it first.`);
    await tx.valueBand.deleteMany({ where: { registerId: id } });
    await tx.valueBand.createMany({
      data: bands.map(({ title, upTo }, at) => ({ registerId: id, number: at + 1, title, upToPence: upTo })),
    });
    await tx.register.update({ where: { id }, data: { secondFromBand }, select: { id: true } });
    return { value: { id }, id, detail: { edit: next, bands: bands.length, secondFromBand } };
  },
});

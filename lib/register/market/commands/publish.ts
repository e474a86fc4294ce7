import "server-only";
import { command, type Scene } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import { day } from "@/lib/core/values/format";
import { asDate, asDay, londonDay } from "@/lib/core/values/moment";
import { publishNotice } from "../../notice/commands";
import { titleWords } from "../../notice/words";
import { mayDesign, mayEnd, visibleTo } from "../policy";
import { lacking } from "../rules";
import { AnnounceInput, EndInput, PublishInput } from "../schema";
import { claim } from "./draft";
import { marketFacts, type WholeRegister, wholeRegister } from "./facts";

const loadWhole = ({ tx, actor }: Scene, { registerId }: { registerId: string }) =>
  tx.register.findFirst({ where: { id: registerId, AND: visibleTo(actor) }, select: wholeRegister });

const shown = ({ title }: WholeRegister) => ({ Title: title });

/**
 * Lets a register stand: freezes its conditions for its term (Procurement Act 2023, s36(7)(b)) and publishes the
 * establishment notice, UK14. Refuses while anything is missing, and says what, and a term that meets that of another
 * register.
 */
export const publishRegister = command({
  event: "register.publish",
  input: PublishInput,
  load: async (scene, input) => {
    // Two admins at once: the second waits here, and then sees what the first has published.
    await scene.tx.$executeRaw`select pg_advisory_xact_lock(hashtext('register.publish'))`;
    return loadWhole(scene, input);
  },
  allow: mayDesign,
  run: async (scene, row, { edit }) => {
    const { tx, now } = scene;
    const next = await claim(scene, row.id, edit, { shown: () => shown(row) });
    const other = await overlapping(scene, row);
    if (other) refuse("conflict", `${other.title} runs until ${day(asDay(other.closesOn))}. Start after its last day.`);
    const [first, ...more] = lacking({ ...row, ...daysOf(row) }, londonDay(now));
    if (first)
      refuse("conflict", `It cannot be published yet. ${[first, ...more].map(({ message }) => message).join(". ")}.`);
    await tx.register.update({ where: { id: row.id }, data: { frozenAt: now }, select: { id: true } });
    const notice = await publishNotice(scene, {
      kindCode: "UK14",
      registerId: row.id,
      title: titleWords.UK14(row.title),
      facts: await marketFacts(scene, row),
    });
    return {
      value: { id: row.id, notice: notice.reference },
      id: row.id,
      detail: {
        edit: next,
        ...daysOf(row),
        parts: row.parts.length,
        conditions: row.conditions.length,
        notice: notice.reference,
      },
    };
  },
});

/** Tells the public that a register is intended: the notice UK13, from the design as it stands. Refuses a second one. */
export const announceRegister = command({
  event: "register.announce",
  input: AnnounceInput,
  load: loadWhole,
  allow: mayDesign,
  run: async (scene, row, { edit }) => {
    const next = await claim(scene, row.id, edit, { shown: () => shown(row) });
    if (row.description === "" || row.usedBy === "")
      refuse("conflict", "Say what the register is for and who may use it first.");
    if ((await scene.tx.notice.count({ where: { registerId: row.id, kindCode: "UK13" } })) > 0)
      refuse("conflict", "The intention notice is published already.");
    const notice = await publishNotice(scene, {
      kindCode: "UK13",
      registerId: row.id,
      title: titleWords.UK13(row.title),
      facts: await marketFacts(scene, row),
    });
    return {
      value: { id: row.id, notice: notice.reference },
      id: row.id,
      detail: { edit: next, notice: notice.reference },
    };
  },
});

/** Publishes the cessation notice, UK16, of a register whose last day has passed. Done once, by the clock. */
export const endRegister = command({
  event: "register.end",
  input: EndInput,
  load: loadWhole,
  allow: mayEnd,
  run: async (scene, row) => {
    const { tx, now } = scene;
    // Of two processes whose clocks strike at once, the second waits here and then finds the notice.
    await tx.$queryRaw`select 1 from "Register" where "id" = ${row.id}::uuid for update`;
    if (!row.frozenAt || asDay(row.closesOn) >= londonDay(now)) refuse("conflict", "This register has not ended.");
    if ((await tx.notice.count({ where: { registerId: row.id, kindCode: "UK16" } })) > 0)
      refuse("conflict", "The end of this register is published already.");
    const notice = await publishNotice(scene, {
      kindCode: "UK16",
      registerId: row.id,
      title: titleWords.UK16(row.title),
      facts: await marketFacts(scene, row),
    });
    return { value: { id: row.id }, id: row.id, detail: { closesOn: asDay(row.closesOn), notice: notice.reference } };
  },
});

const daysOf = ({ opensOn, closesOn }: WholeRegister) => ({ opensOn: asDay(opensOn), closesOn: asDay(closesOn) });

const overlapping = ({ tx }: Scene, { id, opensOn, closesOn }: WholeRegister) =>
  tx.register.findFirst({
    where: {
      id: { not: id },
      frozenAt: { not: null },
      opensOn: { lte: asDate(asDay(closesOn)) },
      closesOn: { gte: asDate(asDay(opensOn)) },
    },
    select: { title: true, closesOn: true },
    orderBy: { opensOn: "asc" },
  });

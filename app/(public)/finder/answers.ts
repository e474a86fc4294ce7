import type { Actor } from "@/lib/core/actor";
import { reference } from "@/lib/reference/queries";
import { readFinder } from "@/lib/search/finder/schema";
import { readPostcodeIn } from "@/lib/search/queries/postcode";
import type { Asked } from "@/lib/search/schema";

/** The answers that an address carries, and what of them could not be used. `typed` is the place as it was typed. */
export async function readAnswers(actor: Actor, asked: Asked) {
  const lists = await reference();
  const located = await readPostcodeIn(actor, asked, lists.places);
  const { criteria, remarks } = readFinder(located.asked, lists);
  const typed = [asked.place ?? ""].flat()[0] ?? "";
  return { lists, answers: criteria, remarks: [...located.remarks, ...remarks], typed };
}

/** Whether a place was typed and is none that we know: then it is asked for again. */
export const isLost = ({ answers, typed }: Awaited<ReturnType<typeof readAnswers>>): boolean =>
  typed.trim() !== "" && answers.place === null;

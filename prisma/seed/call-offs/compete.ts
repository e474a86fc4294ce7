import { createBudget } from "@/lib/calloff/budget/commands";
import { addMonths, financialYear } from "@/lib/core/values/moment";
import { reference } from "@/lib/reference/queries";
import type { Stage as Bodies } from "../bodies";
import { act, daysAgo, dayText, today } from "../play";
import type { Joined } from "../register/join";
import { Days, handsOf, type Played } from "./acts";
import { asked, funded, started, talked, written } from "./before";
import { closed, concluded, ended, moderated, proposed, scored, signed, told } from "./decide";
import { published, talkedAbout, tendered } from "./open";
import { callOffStories } from "./stories";
import { type CallOffStory, stages } from "./story";

/** The competitions of the demo world, each as far as its story goes, by the people whose work it is. */
export async function compete(bodies: Bodies, members: Map<string, Joined>, step: () => void) {
  const { approver: weald, partner } = handsOf(bodies, "weald");
  for (const approver of [weald, partner.approver])
    for (const year of yearsAhead())
      await act(createBudget, approver, { title: "Competitions", year, amount: "3000000" }, daysAgo(200));
  const { holidays } = await reference();
  for (const story of callOffStories) {
    const days = new Days(story.closed, holidays);
    const hands = handsOf(bodies, story.buyer);
    const id = await started(story, { hands, days, members });
    await play({ story, id, hands, days, members });
    step();
  }
}

/** This financial year and the four after it: as far as the longest term of a story reaches. */
const yearsAhead = () => [0, 12, 24, 36, 48].map((months) => financialYear(addMonths(dayText(today), months)));

export const manyStories = callOffStories.length;

async function play(played: Played) {
  const upTo = (stage: CallOffStory["upTo"]) => stages.indexOf(played.story.upTo) >= stages.indexOf(stage);
  await written(played);
  if (played.story.upTo === "draft") return talked(played);
  await asked(played);
  if (!upTo("published")) return;
  await funded(played);
  await published(played);
  await talkedAbout(played);
  await tendered(played);
  if (upTo("closed")) await closed(played);
  if (played.story.end) return ended(played);
  if (upTo("evaluating")) await scored(played, { alone: played.story.upTo === "evaluating" });
  if (upTo("moderated")) await moderated(played);
  if (upTo("proposed")) await proposed(played);
  if (upTo("standstill")) await told(played);
  if (upTo("concluded")) await concluded(played);
  if (upTo("signed")) await signed(played);
}

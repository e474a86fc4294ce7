import "server-only";
import { command, type Scene } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import { tell } from "@/lib/core/messages/notify";
import { newId } from "@/lib/core/values/id";
import { callOffAddress, holdCallOff } from "../../record/commands/step";
import { mayRun } from "../../record/policy";
import { boardVisibleTo, isOpen, mayOpenBoard, mayPost } from "./policy";
import { OpenBoardInput, PostInput } from "./schema";
import { problems } from "./words";

const board = { organisationId: true, state: true, engagementOpenedAt: true, publishedAt: true } as const;

/** Opens a board on which anybody may read, and providers may say what they think of a need before it is put to competition. Once, and only before publication. */
export const openEngagementBoard = command({
  event: "callOff.openBoard",
  input: OpenBoardInput,
  load: (scene, { id }) => holdCallOff(scene, id),
  allow: mayRun,
  run: async ({ tx, now }, row, { intro }) => {
    const facts = await tx.callOff.findUniqueOrThrow({ where: { id: row.id }, select: board });
    if (facts.engagementOpenedAt) refuse("conflict", problems.already);
    if (!mayOpenBoard(facts)) refuse("conflict", problems.tooLate);
    await tx.callOff.update({
      where: { id: row.id },
      data: { engagementOpenedAt: now, engagementIntro: intro },
      select: { id: true },
    });
    return { value: { reference: row.reference }, id: row.id, detail: {} };
  },
});

/** The board, held so that a word and the publication that closes it come one after the other. */
async function holdBoard({ tx, actor }: Scene, id: string) {
  await tx.$queryRaw`select 1 from "CallOff" where "id" = ${id}::uuid for update`;
  return tx.callOff.findFirst({
    where: { id, AND: boardVisibleTo(actor) },
    select: { id: true, reference: true, title: true, createdById: true, ...board },
  });
}

/** Adds a word to an open board, in the name of one's organisation. It stays: nothing on a board is changed or removed. */
export const postOnBoard = command({
  event: "callOff.post",
  input: PostInput,
  load: (scene, { id }) => holdBoard(scene, id),
  allow: mayPost,
  run: async (scene, row, { text }) => {
    const { tx, actor, now } = scene;
    if (!isOpen(row)) refuse("conflict", problems.notOpen);
    const [organisationId, authorId] = [actor.organisationId, actor.id];
    if (!organisationId || !authorId) return refuse("forbidden", "You cannot do that.");
    await tx.engagementPost.create({
      data: { id: newId(), callOffId: row.id, organisationId, authorId, text, postedAt: now },
      select: { id: true },
    });
    if (organisationId !== row.organisationId)
      await tell(
        scene,
        { userId: row.createdById },
        {
          title: "A new word on your engagement board",
          body: `An organisation wrote about "${row.title}".`,
          href: `${callOffAddress(row)}/engagement`,
        },
      );
    return { value: { reference: row.reference }, id: row.id, detail: { organisationId } };
  },
});

import type { Member } from "@/lib/core/actor";
import type { Options, Scale } from "../options";
import type { Chance } from "../tools/random";
import type { World } from "../world/make";
import type { Question } from "../world/questions";

/** What every phase is given. */
export type Context = {
  options: Options;
  scale: Scale;
  ownerUrl: string;
  world: World;
  questions: Question[];
  chance: Chance;
  say: (line: string) => void;
};

/** The commissioner, as the application knows them. */
export const buyerOf = ({ organisationId, commissioner }: World): Member => ({
  kind: "authority",
  id: commissioner.userId,
  organisationId,
  roles: ["commissioner"],
});

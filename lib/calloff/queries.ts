import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Waiting } from "@/lib/core/door/waiting";
import { listWaiting as funding } from "./before/funding/queries";
import { listWaiting as awarding } from "./decide/award/queries/waiting";
import { listWaiting as judging } from "./decide/scoring/queries/waiting";
import { listWaiting as shares } from "./open/partner/queries";
import { listWaiting as openings } from "./open/queries";
import { listWaiting as tenders } from "./open/tender/queries/list";
import { listWaiting as purchases } from "./purchase/queries/list";
import { listWaiting as callOffs } from "./record/queries/list";

const rooms = [purchases, funding, callOffs, judging, awarding, openings, tenders, shares];

/** What waits for a person in this room, for their home page. */
export const listWaiting = async (actor: Actor): Promise<Waiting[]> =>
  (await Promise.all(rooms.map((waiting) => waiting(actor)))).flat();

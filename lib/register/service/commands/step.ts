import "server-only";
import { lifecycle } from "@/lib/core/door/lifecycle";
import { may } from "../policy";
import { service } from "../states";
import { stateWords } from "../words";

/** The one place that moves a service. */
export const step = lifecycle({
  subject: "service",
  machine: service,
  may,
  words: stateWords,
  move: (tx, id, from, to) => tx.service.updateMany({ where: { id, state: from }, data: { state: to } }),
});

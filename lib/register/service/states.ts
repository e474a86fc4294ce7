import { type EventOf, machine } from "@/lib/core/door/machine";
import type { ServiceState } from "@/lib/core/prisma/enums";

/** A service that somebody offers, from the first word typed to the day it is taken away. */
export const service = machine<ServiceState>()({
  draft: { submit: "inReview", withdraw: "withdrawn" },
  inReview: { publish: "published", returnToDraft: "draft", withdraw: "withdrawn" },
  published: { confirm: "published", pause: "paused", goStale: "stale", withdraw: "withdrawn" },
  paused: { resume: "published", withdraw: "withdrawn" },
  stale: { confirm: "published", withdraw: "withdrawn" },
  withdrawn: {},
});

export type ServiceEvent = EventOf<typeof service>;

import "server-only";

/** What waits for a person in this room, for their home page. */
export { listWaiting } from "./purchase/queries/list";

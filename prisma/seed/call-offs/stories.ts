import { closedStories } from "./closed";
import { comingStories } from "./coming";

/** The competitions of the demo world. Places are real, people are not. */
export const callOffStories = [...closedStories, ...comingStories];

import type { Stage } from "./bodies";

/** Shortlists, one open and one frozen. */
export async function shortlist(_stage: Stage) {}

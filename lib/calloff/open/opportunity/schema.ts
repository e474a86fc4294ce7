import { z } from "zod";
import { choice, codes, line } from "@/lib/core/values/text";
import { bandCodes, standingCodes } from "./words";

const routes = ["belowThreshold", "marketCompetition", "directAward", "grantRound"] as const;
const instruments = ["contract", "grant", "bond"] as const;
const code = line({ max: 80, min: 0, label: "a code" }).catch("");

/** What somebody asked of the opportunities, as the address says it. What cannot be read is left out. */
export const OpportunityFilter = z.object({
  words: line({ max: 100, min: 0, label: "words" }).catch(""),
  category: code,
  place: code,
  route: choice(["", ...routes]).catch(""),
  instrument: choice(["", ...instruments]).catch(""),
  band: choice(["", ...bandCodes]).catch(""),
  standing: choice(standingCodes).catch("open"),
  /** Only what the asking provider's own services fit. */
  fits: choice(["", "yes"]).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type OpportunityFilter = z.output<typeof OpportunityFilter>;
export const filterRoutes = routes;
export const filterInstruments = instruments;

/** What an organisation's person wants to hear of; none chosen means all. Codes are judged by the command. */
export const WatchInput = z.object({
  categoryCodes: codes({ label: "categories" }),
  placeCodes: codes({ label: "places" }),
});
export const StopWatchInput = z.object({});

/** The reference of a call-off, such as TC-2026-000123. */
export const isCallOffReference = (text: string) => /^TC-\d{4}-[0-9A-Za-z]{1,20}$/.test(text);

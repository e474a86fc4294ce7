import { z } from "zod";
import { isId } from "@/lib/core/id";
import { reader, text } from "@/lib/core/text";

const id = reader((raw, fail) => (isId(raw) ? raw.toLowerCase() : fail("We could not find that.")));

/** `fewReason` says why fewer than three are asked to quote; empty otherwise. */
export const PublishInput = z.object({ id, fewReason: text({ min: 0, max: 1_000, label: "why so few are invited" }) });
export const CloseInput = z.object({ id });
export const WithdrawInput = z.object({ id, reason: text({ max: 2_000, label: "why it is withdrawn" }) });

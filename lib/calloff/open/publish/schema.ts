import { z } from "zod";
import { text } from "@/lib/core/values/text";
import { idGiven as id } from "../../given";

/** `fewReason` says why fewer than three are asked to quote; empty otherwise. */
export const PublishInput = z.object({ id, fewReason: text({ min: 0, max: 1_000, label: "why so few are invited" }) });
export const CloseInput = z.object({ id });
export const WithdrawInput = z.object({ id, reason: text({ max: 2_000, label: "why it is withdrawn" }) });

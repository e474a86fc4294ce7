import { z } from "zod";
import { choice } from "@/lib/core/values/text";
import { noticeKinds } from "./words";

/** Filters of the public list, as they stand in the address. Anything not understood is no filter. */
export const NoticeFilter = z.object({
  kind: choice(["", ...noticeKinds]).catch(""),
  year: z.coerce.number().int().min(2020).max(2200).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type NoticeFilter = z.output<typeof NoticeFilter>;

/** The reference of a notice, such as TN-2026-000123. */
export const isNoticeReference = (text: string) => /^TN-\d{4}-\d{6,12}$/.test(text);

import { cookies } from "next/headers";
import { z } from "zod";
import type { Refusal } from "@/lib/core/door/result";
import { type FormState, type Typed, untouched } from "@/lib/core/values/form";
import { newId } from "@/lib/core/values/id";
import { cookieOptions } from "@/lib/identity/request/cookie";

/** A form with a file is answered by a redirect, so what was typed comes back in a cookie of its own, for ten minutes. */
const NAME = "throughcare-upload";
const MINUTES = 10;
const MOST = 3_500;

const Kept = z.object({
  id: z.string(),
  message: z.string(),
  fields: z.record(z.string(), z.array(z.string())),
  values: z.record(z.string(), z.string()),
});

const typedNames = ["title", "kind", "readers", "expiresOn.day", "expiresOn.month", "expiresOn.year"];

/** The cookie that brings a refusal and what was typed back to the page, and the id by which the page asks for it. */
export function bringBack(refusal: Refusal, typed: Typed): { id: string; cookie: string } {
  const id = newId();
  const fields = "fields" in refusal ? refusal.fields : {};
  const values = Object.fromEntries(typedNames.map((name) => [name, String(typed[name] ?? "").slice(0, 200)]));
  const kept = { id, message: refusal.message, fields, values };
  const full = encoded(kept);
  const text = full.length <= MOST ? full : encoded({ ...kept, values: {} });
  const { secure } = cookieOptions();
  const cookie = `${NAME}=${text}; Path=/evidence; Max-Age=${MINUTES * 60}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
  return { id, cookie };
}

/** What came back with this id; an untouched form for any other. */
export async function cameBack(id: unknown): Promise<FormState> {
  const kept = decoded((await cookies()).get(NAME)?.value);
  if (!kept || kept.id !== id) return untouched;
  return { refusal: { kind: "invalid", message: kept.message, fields: kept.fields }, values: kept.values };
}

const encoded = (kept: z.input<typeof Kept> | object) => Buffer.from(JSON.stringify(kept)).toString("base64url");

function decoded(text: string | undefined): z.output<typeof Kept> | null {
  try {
    return Kept.parse(JSON.parse(Buffer.from(text ?? "", "base64url").toString("utf8")));
  } catch {
    return null;
  }
}

import { inject } from "vitest";
import { seal } from "@/lib/core/crypto";
import { newSecret } from "@/lib/identity/totp";

/** The secret of a second step, sealed as the application keeps it. Nobody here knows its codes. */
export const sealSecretFor = (userId: string) =>
  seal(newSecret(), inject("served").env.THROUGHCARE_KEY, `factor:${userId}`);
